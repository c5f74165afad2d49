import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Preview,
  Section,
  Text,
} from 'react-email';
import { Fragment, type ReactNode } from 'react';
import { type ListedSession, SessionList } from './session-list';
import { band, colors, fonts, sizes } from './tokens';

/** Words of a person, and in which language (ISO 639) as far as is known. */
export type Written = { text: string; language?: string | null };

/** A line of a mail's table of facts; `language` where a person wrote the value. */
export type Fact = { label: string; value: string; language?: string | null };

export type Link = { label: string; url: string };

/** A line below the button, with where it leads to. */
export type Note = string | { text: string; link: Link };

/** All that one mail says; every mail is set in the same layout. */
export type MailContent = {
  subject: string;
  /** What the list of mails shows beside the subject. */
  preheader: string;
  title: string;
  /** Empty where the name is not known. */
  greeting: string;
  paragraphs: (string | Written)[];
  /** Of a mail about several sessions: each with when it is, its page, and what is special to it. */
  sessions?: ListedSession[];
  facts: Fact[];
  /** What the mentee was asked and answered, under its own heading. */
  answers?: { title: string; given: { question: Written; answer: Written }[] };
  action: Link;
  /** What else can be done, below the button. */
  links: Link[];
  /** Smaller, below the button. */
  notes: Note[];
};

const text = {
  fontSize: sizes.text,
  lineHeight: '1.55',
  color: colors.ink,
  margin: `0 0 ${sizes.space}`,
};
/** What has no space in it (a name, an address) breaks where the line ends: phones have 320 pixels. */
const breaks = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const;
const link = { color: colors.green, textDecoration: 'underline', ...breaks } as const;
const small = { ...text, fontSize: sizes.small, color: colors.muted, margin: '0 0 8px' };

export function MailLayout({
  locale,
  tagline,
  linkHint,
  content,
}: {
  locale: 'en' | 'fr';
  tagline: string;
  linkHint: string;
  content: Omit<MailContent, 'subject'>;
}) {
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
      </Head>
      <Preview>{content.preheader}</Preview>
      <Body
        style={{
          backgroundColor: colors.paper,
          fontFamily: fonts.sans,
          margin: 0,
          padding: '24px 12px',
          ...breaks,
        }}
      >
        <Container style={{ maxWidth: sizes.width, margin: '0 auto' }}>
          <Text
            style={{
              fontFamily: fonts.serif,
              fontSize: '22px',
              fontWeight: 600,
              color: colors.green,
              margin: '0 0 16px',
            }}
          >
            Baobab
          </Text>
          <WovenBand />
          <Section
            style={{
              backgroundColor: colors.surface,
              marginTop: sizes.space,
              border: `1px solid ${colors.line}`,
              borderRadius: sizes.radius,
            }}
          >
            <Section style={{ padding: sizes.padding }}>
              <Heading
                as="h1"
                style={{
                  fontFamily: fonts.serif,
                  fontSize: sizes.title,
                  lineHeight: '1.25',
                  fontWeight: 600,
                  color: colors.ink,
                  margin: `0 0 ${sizes.space}`,
                }}
              >
                {content.title}
              </Heading>
              {content.greeting && <Text style={text}>{content.greeting}</Text>}
              {content.paragraphs.map((paragraph) => (
                <Paragraph
                  key={typeof paragraph === 'string' ? paragraph : paragraph.text}
                  locale={locale}
                  paragraph={paragraph}
                />
              ))}
              {content.sessions && <SessionList sessions={content.sessions} />}
              {content.facts.length > 0 && <Facts facts={content.facts} locale={locale} />}
              {content.answers && <Answers {...content.answers} locale={locale} />}
              <ActionButton {...content.action} />
              {content.links.length > 0 && <MoreLinks links={content.links} />}
              {content.notes.map((note) => (
                <SmallNote key={typeof note === 'string' ? note : note.link.url} note={note} />
              ))}
              <Text style={small}>
                {linkHint}{' '}
                <a href={content.action.url} style={link}>
                  {content.action.url}
                </a>
              </Text>
            </Section>
          </Section>
          <Hr style={{ borderColor: 'transparent', margin: '8px 0' }} />
          <Text style={{ ...small, textAlign: 'center' }}>{tagline}</Text>
        </Container>
      </Body>
    </Html>
  );
}

/** What a person wrote runs as its letters do, and says its language where that is not the mail's. */
function written(language: string | null | undefined, locale: 'en' | 'fr') {
  return { lang: language === locale ? undefined : (language ?? undefined), dir: 'auto' } as const;
}

function Paragraph({
  paragraph,
  locale,
}: {
  paragraph: string | Written;
  locale: 'en' | 'fr';
}): ReactNode {
  const style = { ...text, ...breaks, whiteSpace: 'pre-line' } as const;
  if (typeof paragraph === 'string') return <Text style={style}>{paragraph}</Text>;
  return (
    <Text {...written(paragraph.language, locale)} style={style}>
      {paragraph.text}
    </Text>
  );
}

function SmallNote({ note }: { note: Note }): ReactNode {
  if (typeof note === 'string') return <Text style={small}>{note}</Text>;
  return (
    <Text style={small}>
      {note.text}{' '}
      <a href={note.link.url} style={link}>
        {note.link.label}
      </a>
    </Text>
  );
}

/** Seven coloured cells: mail programs drop background images. */
function WovenBand(): ReactNode {
  return (
    <table
      role="presentation"
      aria-hidden="true"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
    >
      <tbody>
        <tr>
          {band.map(({ color, percent }, place) => (
            <td
              key={`${color}${place}`}
              width={`${percent}%`}
              style={{ backgroundColor: color, height: '5px', lineHeight: '5px', fontSize: '1px' }}
            >
              {/* Outlook drops empty cells. */}
              {'\u00a0'}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Facts({ facts, locale }: { facts: Fact[]; locale: 'en' | 'fr' }): ReactNode {
  const cell = {
    padding: '7px 0',
    fontSize: sizes.text,
    lineHeight: '1.45',
    verticalAlign: 'top',
  } as const;
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{
        // The columns keep their widths whatever stands in them.
        tableLayout: 'fixed',
        borderTop: `1px solid ${colors.line}`,
        borderBottom: `1px solid ${colors.line}`,
        margin: '8px 0 24px',
      }}
    >
      <tbody>
        {facts.map(({ label, value, language }) => (
          <tr key={label}>
            <th
              scope="row"
              align="left"
              style={{
                ...cell,
                width: '34%',
                fontWeight: 400,
                color: colors.muted,
                paddingRight: '12px',
                ...breaks,
              }}
            >
              {label}
            </th>
            <td
              {...written(language, locale)}
              style={{
                ...cell,
                color: colors.ink,
                fontWeight: 600,
                whiteSpace: 'pre-line',
                ...breaks,
              }}
            >
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answers({
  title,
  given,
  locale,
}: NonNullable<MailContent['answers']> & { locale: 'en' | 'fr' }): ReactNode {
  return (
    <Section style={{ margin: '0 0 24px' }}>
      <Heading as="h2" style={{ ...text, fontWeight: 600, margin: '0 0 8px' }}>
        {title}
      </Heading>
      {given.map(({ question, answer }, place) => (
        <Section key={`${place}${question.text}`}>
          <Text {...written(question.language, locale)} style={{ ...small, margin: '0 0 2px' }}>
            {question.text}
          </Text>
          <Text
            {...written(answer.language, locale)}
            style={{ ...text, margin: '0 0 12px', whiteSpace: 'pre-line' }}
          >
            {answer.text}
          </Text>
        </Section>
      ))}
    </Section>
  );
}

function MoreLinks({ links }: { links: Link[] }): ReactNode {
  return (
    <Text style={text}>
      {links.map(({ label, url }, place) => (
        <Fragment key={url}>
          {/* Apart by more than a space: two links side by side read as one. */}
          {place > 0 && '\u00a0\u00a0·\u00a0\u00a0'}
          <a href={url} style={link}>
            {label}
          </a>
        </Fragment>
      ))}
    </Text>
  );
}

function ActionButton({ label, url }: Link): ReactNode {
  return (
    <Section style={{ margin: '0 0 24px' }}>
      <Button
        href={url}
        style={{
          ...breaks,
          backgroundColor: colors.green,
          color: colors.onGreen,
          borderRadius: sizes.buttonRadius,
          fontSize: sizes.text,
          fontWeight: 600,
          padding: '14px 24px',
          textDecoration: 'none',
        }}
      >
        {label}
      </Button>
    </Section>
  );
}
