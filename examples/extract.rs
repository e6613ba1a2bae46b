//! Reads articles and prints what they say, one JSON object a line.
//!
//! ```text
//! extract [--plain] [--kinds LIST] [--published TIME] [--reading] FILE…
//! extract --ndjson [--plain] [--kinds LIST] [--published TIME] [--reading] < ARTICLES.ndjson
//! ```
//!
//! Every file is an article, in whatever encoding it has; its id is the file's name without folder and extension. With `--ndjson` standard input
//! holds a JSON object a line instead, `{"id", "text", "published"}` or `{"id", "title", "body", "published"}`, and every line is answered before the
//! next is read. A file or line that cannot be read is told on standard error, the others go on.
//!
//! The exit code is 0 if everything was read, 1 if something was not, 2 if the arguments are wrong. A reader that goes away ends the run quietly.

use std::ffi::OsString;
use std::fmt::Display;
use std::io::{self, BufRead, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use zhecon::entity::time::Moment;
use zhecon::ndjson::{Answer, Lines, Repaired, Row};
use zhecon::{Article, Extractor, Kind, Reading};

const USAGE: &str = "usage: extract [OPTION…] FILE…
       extract --ndjson [OPTION…] < ARTICLES.ndjson

  --ndjson          read JSON lines {\"id\", \"text\" or \"title\" and \"body\", \"published\"} from standard input
  --plain           the texts are no pages: nothing is furniture, no metadata is looked for
  --kinds LIST      only these kinds: money,percent,… or all (all but number and ordinal unless told)
  --published TIME  when the articles were published that do not say it themselves: 2021-12-16 or 2021-12-16T09:13
  --reading         print the repaired text instead: {\"id\", \"text\", \"map\", \"article\", \"parts\"}";

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args_os().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => return if writeln!(io::stdout(), "{USAGE}").is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE },
        Err(fault) => {
            tell(format_args!("{fault}\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    let mut door = Door { options, failed: false, line: Line::default(), out: io::stdout().lock() };
    let run = if door.options.ndjson { door.lines(io::stdin().lock()) } else { door.files() };
    match run {
        Ok(()) if door.failed => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(error);
            ExitCode::FAILURE
        }
    }
}

/// Says on standard error what went wrong; where nobody listens there either, nothing can be done.
fn tell(fault: impl Display) {
    let _ = writeln!(io::stderr(), "extract: {fault}");
}

struct Options {
    files: Vec<OsString>,
    ndjson: bool,
    plain: bool,
    reading: bool,
    published: Option<Moment>,
    extractor: Extractor,
}

impl Options {
    /// The options, or nothing if only help is wanted.
    fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Option<Self>, String> {
        let mut options = Self { files: Vec::new(), ndjson: false, plain: false, reading: false, published: None, extractor: Extractor::new() };
        let mut only_files = false;
        while let Some(argument) = arguments.next() {
            let option = match argument.to_str() {
                Some(option) if option.starts_with("--") && !only_files => option,
                _ => {
                    options.files.push(argument);
                    continue;
                }
            };
            let (name, attached) = option.split_once('=').map_or((option, None), |(name, value)| (name, Some(value)));
            let mut value = || {
                let value = attached.map(str::to_owned).or_else(|| arguments.next()?.into_string().ok());
                value.ok_or_else(|| format!("{name} needs a value"))
            };
            match name {
                "--help" => return Ok(None),
                "--" => only_files = true,
                "--ndjson" => options.ndjson = true,
                "--plain" => options.plain = true,
                "--reading" => options.reading = true,
                "--published" => options.published = Some(value()?.parse().map_err(|error: zhecon::Error| format!("--published: {error}"))?),
                "--kinds" => options.extractor = Extractor::builder().only(kinds(&value()?)?).build(),
                _ => return Err(format!("there is no option {name}")),
            }
        }
        match (options.ndjson, options.files.is_empty()) {
            (true, false) => Err("--ndjson reads standard input, not files".into()),
            (false, true) => Err("no file is given".into()),
            _ => Ok(Some(options)),
        }
    }
}

fn kinds(list: &str) -> Result<Vec<Kind>, String> {
    if list == "all" {
        return Ok(Kind::ALL.to_vec());
    }
    list.split(',').map(|name| name.trim().parse().map_err(|error: zhecon::Error| format!("--kinds: {error}"))).collect()
}

struct Door<W> {
    options: Options,
    failed: bool,
    line: Line,
    out: W,
}

impl<W: Write> Door<W> {
    fn files(&mut self) -> io::Result<()> {
        for file in std::mem::take(&mut self.options.files) {
            let bytes = match std::fs::read(&file) {
                Ok(bytes) => bytes,
                Err(error) => {
                    self.fail(format_args!("{}: {error}", file.to_string_lossy()));
                    continue;
                }
            };
            let mut article = Article::from_bytes(&bytes);
            if self.options.plain {
                article = article.plain();
            }
            if let Some(published) = self.options.published {
                article = article.published(published);
            }
            let stem = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
            self.answer(&stem, &article)?;
        }
        Ok(())
    }

    fn lines(&mut self, input: impl BufRead) -> io::Result<()> {
        for line in Lines::new(input) {
            let line = line?;
            let row = line.bytes.map_err(|error| error.to_string()).and_then(|bytes| {
                let row: Row = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
                let id = row.id(line.number);
                let article = row.or_published(self.options.published).article(self.options.plain).map_err(|error| error.to_string())?;
                Ok((id, article))
            });
            match row {
                Ok((id, article)) => self.answer(&id, &article)?,
                Err(fault) => self.fail(format_args!("line {}: {fault}", line.number)),
            }
        }
        Ok(())
    }

    fn answer(&mut self, id: &str, article: &Article) -> io::Result<()> {
        let line = &mut self.line;
        line.0.clear();
        if self.options.reading {
            serde_json::to_writer(&mut *line, &Repaired::new(id, &Reading::of(article)))?;
        } else {
            serde_json::to_writer(&mut *line, &Answer { id, extraction: &self.options.extractor.extract(article) })?;
        }
        line.0.push(b'\n');
        self.out.write_all(&line.0)?;
        self.out.flush()
    }

    fn fail(&mut self, fault: impl Display) {
        self.failed = true;
        tell(fault);
    }
}

/// A line of output. Most of what JSON is written in are single signs, which cost less one by one than as slices.
#[derive(Default)]
struct Line(Vec<u8>);

impl Write for Line {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            bytes => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
