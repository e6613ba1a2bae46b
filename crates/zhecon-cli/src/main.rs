//! The command line of zhecon: Chinese economic news in, typed data out.
//!
//! Every command reads articles by [`input`], hands them to the library on several threads by [`pipeline`], and writes what it answers in the
//! order in which the articles came.

mod arguments;
mod eval;
mod explain;
mod extract;
mod fault;
mod highlight;
mod input;
mod output;
mod pipeline;
mod read;
mod records;
mod table;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use fault::Outcome;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    match run(arguments.command) {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::Partial) => ExitCode::FAILURE,
        // A reader that goes away, such as `head`, has what it wants.
        Err(error) if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
        Err(error) => {
            fault::tell(format_args!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Extract(command) => extract::run(&command),
        Command::Explain(command) => explain::run(&command),
        Command::Highlight(command) => highlight::run(&command),
        Command::Projects(command) => records::projects(&command),
        Command::Indicators(command) => records::indicators(&command),
        Command::Read(command) => read::run(&command),
        Command::Eval(command) => eval::run(&command),
        Command::Completions { shell } => {
            // Into memory first: the generator panics where its output is closed.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "zhecon", &mut script);
            io::stdout().write_all(&script)?;
            Ok(Outcome::Whole)
        }
        Command::Man { command } => man(command.as_deref()),
    }
}

/// Writes the manual page of the program or of one of its commands.
fn man(name: Option<&str>) -> anyhow::Result<Outcome> {
    let mut whole = Arguments::command();
    whole.build();
    let page = match name {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => command.clone(),
            None => anyhow::bail!("there is no command {name}: `zhecon --help` lists them"),
        },
    };
    clap_mangen::Man::new(page).render(&mut io::stdout())?;
    Ok(Outcome::Whole)
}
