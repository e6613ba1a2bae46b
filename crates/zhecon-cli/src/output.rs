//! Where answers go: standard output, or a file that a later run can go on with.

use serde::Deserialize;
use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use zhecon::ndjson::Lines;

/// Standard output, where every answer is flushed, or a file.
#[derive(Debug)]
pub(crate) enum Output {
    Standard(io::Stdout),
    File(BufWriter<File>),
}

impl Output {
    /// Opens the file, empty; without one it is standard output.
    pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        Ok(match path {
            None => Self::Standard(io::stdout()),
            Some(path) => Self::File(BufWriter::new(File::create(path).map_err(|error| unwritable(path, &error))?)),
        })
    }

    /// Opens the file at its end, and tells which articles are answered in it. A last line that was cut off is taken away.
    pub(crate) fn resume(path: &Path) -> anyhow::Result<(Self, HashSet<String>)> {
        let file = OpenOptions::new().read(true).append(true).create(true).open(path).map_err(|error| unwritable(path, &error))?;
        let (whole, answered) = answered(&file)?;
        file.set_len(whole)?;
        Ok((Self::File(BufWriter::new(file)), answered))
    }

    /// Writes one answer.
    pub(crate) fn answer(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Standard(out) => {
                out.write_all(bytes)?;
                out.flush()
            }
            Self::File(out) => out.write_all(bytes),
        }
    }

    /// Writes what is still held back.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut out) => out.flush(),
            Self::File(out) => out.into_inner()?.sync_data(),
        }
    }
}

fn unwritable(path: &Path, error: &io::Error) -> anyhow::Error {
    anyhow::anyhow!("{}: {error}: check that the folder is there and may be written to", path.display())
}

/// How many bytes of the file are whole answers, and the ids of those.
fn answered(file: &File) -> anyhow::Result<(u64, HashSet<String>)> {
    #[derive(Deserialize)]
    struct Answer {
        id: String,
    }

    let length = whole_lines(file)?;
    let mut ids = HashSet::new();
    for line in Lines::new(io::BufReader::new(io::Read::take(file, length))) {
        let line = line?;
        let answer = line
            .bytes
            .map_err(|error| error.to_string())
            .and_then(|bytes| serde_json::from_slice::<Answer>(&bytes).map_err(|error| error.to_string()));
        match answer {
            Ok(answer) => ids.insert(answer.id),
            Err(error) => anyhow::bail!("the output, line {}: {error}: --resume goes on with files of NDJSON answers only", line.number),
        };
    }
    Ok((length, ids))
}

/// The bytes of a file up to its last line end; the file is at its start afterwards.
fn whole_lines(mut file: &File) -> io::Result<u64> {
    let (mut read, mut whole) = (0, 0);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = io::Read::read(&mut file, &mut buffer)?;
        let chunk = buffer.get(..count).unwrap_or_default();
        if chunk.is_empty() {
            io::Seek::rewind(&mut file)?;
            return Ok(whole);
        }
        if let Some(at) = chunk.iter().rposition(|byte| *byte == b'\n') {
            whole = read + at as u64 + 1;
        }
        read += count as u64;
    }
}
