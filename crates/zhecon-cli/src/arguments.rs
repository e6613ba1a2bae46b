//! What may be said on the command line.

use clap::builder::{ArgPredicate, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use zhecon::entity::time::Moment;
use zhecon::{Extractor, Kind};

const EXIT_CODES: &str = "Exit codes:
  0  everything was read
  1  something could not be read or written; standard error says what, the rest was done
  2  the arguments are wrong";

/// Reads Chinese economic news and returns what it says as typed data.
#[derive(Debug, Parser)]
#[command(name = "zhecon", version, after_help = EXIT_CODES, max_term_width = 110)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) color: colorchoice_clap::Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// What articles say, as NDJSON, JSON, CSV or a table
    Extract(Extract),
    /// One article with every mention, its value, its rule and its evidence under the text
    Explain(Explain),
    /// A page to look at: the text with its mentions, the projects, the indicators, in one HTML file
    Highlight(Highlight),
    /// The projects of many articles, each told once
    Projects(Records),
    /// The measured facts of many articles
    Indicators(Records),
    /// The repaired text, or what was repaired in it
    Read(Read),
    /// Scores against annotated articles
    Eval(Eval),
    /// A completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual page, in roff
    Man {
        /// The command whose page is wanted; without it the program's
        command: Option<String>,
    },
}

/// Where articles come from.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Input {
    /// Files, folders or patterns such as 'news/*.txt'; - or nothing for standard input. A file is an article in whatever encoding it has,
    /// a file that ends in .ndjson or .jsonl holds an article a line; of a folder all .txt, .ndjson and .jsonl files are read
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// All files hold JSON lines {"id", "text" or "title" and "body", "published"}
    #[arg(long)]
    pub(crate) ndjson: bool,
    /// The texts are no pages: nothing is furniture, no metadata is looked for
    #[arg(long)]
    pub(crate) plain: bool,
    /// When articles were published that do not say it themselves: 2021-12-16 or 2021-12-16T09:13
    #[arg(long, value_name = "TIME")]
    pub(crate) published: Option<Moment>,
    /// How many articles are read at a time [default: one a processor]
    #[arg(long, short, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
    /// No progress bar
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// The kinds that are asked for.
#[derive(Args, Clone, Debug)]
pub(crate) struct Kinds {
    /// Only these kinds: money,percent,… or all [default: all but number and ordinal]
    #[arg(long, value_name = "LIST", value_delimiter = ',', value_parser = kinds(), hide_possible_values = true)]
    kinds: Vec<Vec<Kind>>,
}

impl Kinds {
    /// An extractor for them.
    pub(crate) fn extractor(&self) -> Extractor {
        if self.kinds.is_empty() { Extractor::new() } else { Extractor::builder().only(self.kinds.iter().flatten().copied()).build() }
    }
}

/// The names of kinds, `all` among them; a typing error is answered with the name that was meant.
fn kinds() -> impl TypedValueParser<Value = Vec<Kind>> {
    let names = Kind::ALL.iter().map(ToString::to_string).chain(["all".to_owned()]);
    PossibleValuesParser::new(names).map(|name| name.parse().map_or_else(|_| Kind::ALL.to_vec(), |kind| vec![kind]))
}

/// One of these names.
fn kind() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.iter().map(ToString::to_string)).try_map(|name| name.parse::<Kind>())
}

#[derive(Args, Debug)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) kinds: Kinds,
    /// The form of the answers
    #[arg(long, short, value_enum, default_value_t = Format::Ndjson, default_value_if("table", ArgPredicate::IsPresent, "csv"))]
    pub(crate) format: Format,
    /// Which CSV table [default: entities]; the form is CSV where one is picked
    #[arg(long, value_enum)]
    pub(crate) table: Option<Sheet>,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Go on where an earlier run into the same file stopped: articles that are answered there are passed over
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object a line
    Ndjson,
    /// One JSON array
    Json,
    /// A flat table, RFC 4180
    Csv,
    /// A table for the eye
    Table,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sheet {
    /// Every mention
    Entities,
    /// Every project of every article
    Projects,
    /// Every indicator
    Indicators,
}

#[derive(Args, Debug)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) kinds: Kinds,
    /// Columns to use [default: COLUMNS, else those of the terminal, else 120]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..))]
    pub(crate) width: Option<u16>,
}

#[derive(Args, Debug)]
pub(crate) struct Highlight {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) kinds: Kinds,
    /// Write to this file instead of standard output; into a folder that is there, a file an article
    #[arg(long, short, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
    /// The title of the page [default: the headline of the article, or how many there are]
    #[arg(long, value_name = "WORDS")]
    pub(crate) title: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct Records {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The form of the answers
    #[arg(long, short, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

#[derive(Args, Debug)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Only the lines in which something was repaired, as they were and as they are read
    #[arg(long, conflicts_with = "json")]
    pub(crate) diff: bool,
    /// One JSON object a line: {"id", "text", "map", "article", "parts"}
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args, Debug)]
pub(crate) struct Eval {
    /// The folder of annotated articles: NNN.gold.json with NNN.clean.txt, NNN.align.tsv and the raw article, or with one articles.ndjson
    #[arg(value_name = "FOLDER")]
    pub(crate) gold: PathBuf,
    /// Score these answers (NDJSON) instead of reading the articles anew
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,
    /// Only this kind
    #[arg(long, value_name = "KIND", value_parser = kind(), hide_possible_values = true)]
    pub(crate) kind: Option<Kind>,
    /// Print up to N misses, N false alarms and N wrong values a kind
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) errors: usize,
    /// The scores as JSON
    #[arg(long)]
    pub(crate) json: bool,
}
