import type { TemplateFacts } from '../../../shared/codes/fillTemplate.ts';
import type { Asset } from '../../../shared/media/asset.ts';

const DAY = /^\d{4}-\d{2}-\d{2}/;

/** The day a picture was taken, as the language (BCP 47) writes it; what is no whole date, as it is said. */
function dayText(taken: string, language: string): string {
  const day = DAY.exec(taken)?.[0];
  if (day === undefined || Number.isNaN(Date.parse(day))) return taken;
  // The day where it was taken, whatever the time here.
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** What a stored picture says of itself, for a template in a story of this language; the house's own words come first. */
export function templateFacts({ embedded, house }: Asset, language: string): TemplateFacts {
  const { caption, headline, creator, credit, source, copyright, city, country, dateCreated } = embedded;
  const said = {
    ...{ headline, creator, source, copyright, city, country },
    caption: house?.caption ?? caption,
    credit: house?.credit ?? credit,
    date: dateCreated && dayText(dateCreated, language),
  };
  return Object.fromEntries(Object.entries(said).filter(([, words]) => words !== undefined));
}
