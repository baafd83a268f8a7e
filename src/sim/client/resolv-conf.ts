/** The resolver settings that kubelet writes into a pod. */
import type { Pod } from '../api/objects.ts';
import type { Resolver } from '../api/questions.ts';

/** Address of the cluster's DNS Service. */
export const clusterDns = '10.96.0.10';
const clusterDomain = 'cluster.local';

/** Simplified: the node's own /etc/resolv.conf, one server outside the cluster and no search list. */
const nodeResolver: Resolver = { nameservers: ['192.168.0.1'], search: [], options: [] };

const mostNameservers = 3;
const mostSearches = 32;

/** The settings of a pod without any of its own (policy ClusterFirst) in a namespace. */
export function clusterFirst(namespace: string): Resolver {
  const search = [`${namespace}.svc.${clusterDomain}`, `svc.${clusterDomain}`, clusterDomain];
  return { nameservers: [clusterDns], search, options: ['ndots:5'] };
}

/**
 * What stands in /etc/resolv.conf of a pod: by dnsPolicy (host network and ClusterFirst together mean Default), with
 * dnsConfig added: servers and searches behind, options by name.
 * Models pkg/kubelet/network/dns/dns.go GetPodDNS, v1.36.
 */
export function resolverOf(pod: Pod): Resolver {
  const { dnsPolicy = 'ClusterFirst', dnsConfig, hostNetwork } = pod.spec;
  const base = baseOf(dnsPolicy, hostNetwork === true, pod.metadata.namespace ?? 'default');
  const own = (dnsConfig?.options ?? []).map(({ name = '', value }) => (value ? `${name}:${value}` : name));
  return {
    nameservers: distinct([...base.nameservers, ...(dnsConfig?.nameservers ?? [])]).slice(0, mostNameservers),
    search: distinct([...base.search, ...(dnsConfig?.searches ?? [])]).slice(0, mostSearches),
    options: [...new Map([...base.options, ...own].map((option) => [option.split(':')[0], option])).values()],
  };
}

/** The file as it lies in the pod. */
export function printResolvConf({ nameservers, search, options }: Resolver): string {
  const lines = [
    ...(search.length > 0 ? [`search ${search.join(' ')}`] : []),
    ...nameservers.map((address) => `nameserver ${address}`),
    ...(options.length > 0 ? [`options ${options.join(' ')}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function baseOf(policy: NonNullable<Pod['spec']['dnsPolicy']>, hostNetwork: boolean, namespace: string): Resolver {
  if (policy === 'None') return { nameservers: [], search: [], options: [] };
  if (policy === 'Default' || (policy === 'ClusterFirst' && hostNetwork)) return nodeResolver;
  return clusterFirst(namespace);
}

function distinct(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
