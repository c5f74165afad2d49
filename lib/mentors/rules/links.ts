/** Sites that readers know by name; the host, without "www." and country, leads to it. */
const sites: Record<string, string> = {
  'linkedin.com': 'LinkedIn',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'x.com': 'X',
  'twitter.com': 'X',
  'youtube.com': 'YouTube',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'tiktok.com': 'TikTok',
  'medium.com': 'Medium',
  'substack.com': 'Substack',
  'researchgate.net': 'ResearchGate',
  'scholar.google.com': 'Google Scholar',
  'orcid.org': 'ORCID',
  'stackoverflow.com': 'Stack Overflow',
  'kaggle.com': 'Kaggle',
  'behance.net': 'Behance',
  'dribbble.com': 'Dribbble',
  'malt.fr': 'Malt',
};

const mostLetters = 40;

/** What a link to a page elsewhere is called: the site where readers know it, else the host and path. */
export function linkName(link: string): string {
  const { hostname, pathname } = new URL(link);
  const host = hostname.replace(/^(www|m)\./, '');
  const known = Object.keys(sites).find((site) => host === site || isCountryOf(site, host));
  const site = known === undefined ? undefined : sites[known];
  if (site !== undefined) return site;
  const path = readable(pathname).replace(/\/$/, '');
  const full = host + path;
  return full.length <= mostLetters ? full : host;
}

/** LinkedIn and others have hosts by country, as fr.linkedin.com. */
function isCountryOf(site: string, host: string): boolean {
  return host.endsWith(`.${site}`) && host.length === site.length + 3;
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
