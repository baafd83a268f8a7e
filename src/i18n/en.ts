/** The words of the site's frame in English: header, footer, contents, lesson pages. Panels' words stand beside, in their own files. */
export const en = {
  site: {
    name: 'Endpoint Lab',
    description:
      'An interactive course on Kubernetes Services, Endpoints, EndpointSlices, DNS and services outside the cluster. Edit YAML, and see what changes and why.',
    skip: 'Skip to the content',
    menu: 'Menu',
    mainNavigation: 'Main',
    otherLanguage: 'This page in Chinese',
  },
  nav: {
    course: 'Course',
    clinic: 'Clinic',
    playground: 'Playground',
    myths: 'Myth check',
    reference: 'Reference',
  },
  theme: {
    name: (current: string) => `Theme: ${current}`,
    auto: 'as the system',
    light: 'light',
    dark: 'dark',
  },
  footer: {
    modelled: 'Modelled: Kubernetes 1.36.2, kube-proxy in nftables mode, CoreDNS 1.14.7.',
    license: 'Apache License 2.0. No account, no cookies, no request to any other site.',
  },
  home: {
    claim: ['A Service never touches its Pods.', 'It keeps a list.'],
    lead: 'Edit the YAML. The list, the DNS answers and the way of every packet change as you type, and the page says why.',
    start: 'Start the course',
    playground: 'Open the playground',
    figure: 'Live example',
    course: 'The course',
    lessons: (count: number) =>
      count === 1
        ? 'One lesson: a question with a cluster you can break.'
        : `${count} lessons, each a question with a cluster you can break.`,
    clinic: 'Clinic',
    clinicLead: 'Broken clusters, given as symptoms. Find the field, repair it, have the result checked.',
    myths: 'Myth check',
    mythsLead: 'What tutorials say, each claim run here and now.',
    along: 'Take it along',
  },
  course: {
    part: (number: number, title: string) => `Part ${number} · ${title}`,
    contents: 'Contents',
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    remember: 'Remember',
    minutes: (count: number) => (count === 1 ? 'about 1 minute' : `about ${count} minutes`),
    lessonsOfPart: 'Lessons of this part',
    between: 'Lessons',
  },
  lesson: {
    predict: 'Before you look',
    predicted: 'What happens:',
    exercise: 'Exercise',
    hint: (number: number) => `Hint ${number}`,
    solution: 'Solution',
    openInLab: 'Open in the lab',
    startsBroken: 'starts broken',
  },
  lab: {
    name: 'Lab',
    manifest: 'Manifest',
    divider: 'Width of the text',
    figure: (panel: string, number: number) => `${panel}, figure ${number}`,
    output: (command: string) => `Output of ${command}`,
  },
  playground: {
    title: 'Playground',
    description:
      'Paste your manifests and see which pods are in the list, what DNS answers and where packets go, and why.',
  },
  clinic: { title: 'Clinic', case: (number: number) => `Case ${number}` },
  myths: {
    title: 'Myth check',
    verdict: { true: 'true', 'half true': 'half true', false: 'false', outdated: 'outdated' },
  },
  reference: { title: 'Reference', description: 'Guides and reference pages of Endpoint Lab.' },
  embed: {
    title: 'Endpoint Lab, embedded',
    description: 'A live Kubernetes manifest in a frame.',
    open: 'Open',
    openIn: 'Open in the playground',
    noScene: 'This frame has no scene. Give the element a text or a lesson.',
    unknownLesson: (id: string) => `There is no lesson “${id}”.`,
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be mistyped, or the page has moved. The course begins at the start page.',
    home: 'Go to the start page',
  },
};
