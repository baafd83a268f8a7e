import type { Strings } from './strings.ts';

/** The words of the site's frame in Chinese. Wording by the project's glossary: written, not translated. */
export const zhCn: Strings = {
  site: {
    name: 'Endpoint Lab',
    description:
      '一门动手的课：Kubernetes 的 Service、Endpoints、EndpointSlice、DNS，以及集群外部的服务。改一行 YAML，马上看到什么变了、为什么变。',
    skip: '跳到正文',
    menu: '菜单',
    mainNavigation: '主导航',
    otherLanguage: '本页英文版',
  },
  nav: {
    course: '课程',
    clinic: '故障诊所',
    playground: '演练场',
    myths: '误区核查',
    reference: '参考',
  },
  theme: {
    name: (current) => `主题：${current}`,
    auto: '跟随系统',
    light: '浅色',
    dark: '深色',
  },
  footer: {
    modelled: '模拟的版本：Kubernetes 1.36.2，kube-proxy（nftables 模式），CoreDNS 1.14.7。',
    license: 'Apache License 2.0。不用登录，没有 Cookie，不访问其他网站。',
  },
  home: {
    claim: ['Service 从不碰 Pod，', '它只管一张列表。'],
    lead: '改 YAML。列表、DNS 应答、每个包走的路都随着输入变化，页面还会说出原因。',
    start: '开始学习',
    playground: '打开演练场',
    figure: '现场示例',
    course: '课程',
    lessons: (count) => `共 ${count} 课，每课一个问题，外加一个可以弄坏的集群。`,
    clinic: '故障诊所',
    clinicLead: '只给症状的故障集群。找到那个字段，修好它，再检查结果。',
    myths: '误区核查',
    mythsLead: '教程里的说法，在这里当场跑一遍。',
    along: '带走用',
  },
  course: {
    part: (number, title) => `第 ${number} 部分 · ${title}`,
    contents: '目录',
    close: '关闭',
    previous: '上一课',
    next: '下一课',
    remember: '记住一点',
    minutes: (count) => `约 ${count} 分钟`,
    lessonsOfPart: '这一部分的课',
    between: '前后两课',
  },
  lesson: {
    predict: '先猜一猜',
    exercise: '练习',
    hint: (number) => `提示 ${number}`,
    solution: '答案',
    openInLab: '在实验区打开',
    startsBroken: '开始时是坏的',
  },
  lab: {
    name: '实验区',
    manifest: '清单',
    divider: '正文宽度',
    figure: '场景',
    output: (command) => `${command} 的输出`,
  },
  playground: {
    title: '演练场',
    description: '把自己的清单贴进来，看哪些 Pod 在列表里、DNS 怎么答、包往哪里走，以及为什么。',
  },
  clinic: { title: '故障诊所', case: (number) => `病例 ${number}` },
  myths: {
    title: '误区核查',
    verdict: { true: '属实', 'half true': '部分属实', false: '不属实', outdated: '已过时' },
  },
  reference: { title: '参考', description: 'Endpoint Lab 的指南和参考页。' },
  embed: {
    title: 'Endpoint Lab（嵌入）',
    description: '嵌在页面里的 Kubernetes 清单，可以直接改。',
    open: '打开',
    openIn: '在演练场打开',
    noScene: '这里没有场景。给元素一段文本，或指定一课。',
    unknownLesson: (id) => `没有“${id}”这一课。`,
  },
  notFound: {
    title: '没有这个页面',
    text: '地址可能打错了，也可能页面已经搬走。课程从首页开始。',
    home: '回到首页',
  },
};
