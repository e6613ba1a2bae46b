//! Work on several threads, answers in the order of the questions, memory bounded by the number of threads.

use crate::arguments::Input;
use crate::fault::{self, Fault, Outcome};
use crate::input::{Job, Named, Sources};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How many answers each thread may be ahead of the slowest.
const AHEAD: usize = 4;

/// Reads every article and works on it; what comes out is handed to `write` in the order of the input.
///
/// A file or line that cannot be read is told and the rest goes on; an error of `write` ends the run. Threads that still wait for input then are
/// left to the end of the process: nothing can wake a thread that reads a pipe.
pub(crate) fn run<R: Send + 'static>(
    input: &Input,
    sources: Sources,
    work: impl Fn(Named) -> R + Send + Sync + 'static,
    mut write: impl FnMut(R) -> io::Result<()>,
) -> io::Result<Outcome> {
    let threads = input.jobs.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from);
    let bar = progress(input, &sources);
    let settings = input.clone();
    let answers = ordered(sources.jobs(), threads, move |job: Job| job.article(&settings).map(&work));
    let mut outcome = Outcome::Whole;
    for answer in answers {
        match answer.recv().unwrap_or_else(|_| Err(lost())) {
            Ok(result) => bar.suspend(|| write(result))?,
            Err(fault) => {
                outcome = Outcome::Partial;
                bar.suspend(|| fault::tell(fault));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(outcome)
}

fn lost() -> Fault {
    Fault { file: "a thread".into(), line: None, reason: "it ended without an answer".into(), remedy: "this is a defect: please report the article" }
}

type Question<J, R> = (J, SyncSender<R>);

/// The receivers of all answers, in the order of the questions.
fn ordered<J, R>(
    questions: impl Iterator<Item = J> + Send + 'static,
    threads: usize,
    work: impl Fn(J) -> R + Send + Sync + 'static,
) -> Receiver<Receiver<R>>
where
    J: Send + 'static,
    R: Send + 'static,
{
    let (give, take) = sync_channel::<Question<J, R>>(threads);
    let (announce, announced) = sync_channel(threads * AHEAD);
    let (take, work) = (Arc::new(Mutex::new(take)), Arc::new(work));
    for _ in 0..threads {
        let (take, work) = (Arc::clone(&take), Arc::clone(&work));
        thread::spawn(move || {
            while let Some((question, answer)) = next(&take) {
                // Nobody waits for the answer where the run has ended.
                let _ = answer.send(work(question));
            }
        });
    }
    thread::spawn(move || {
        for question in questions {
            let (answer, answered) = sync_channel(1);
            if announce.send(answered).is_err() || give.send((question, answer)).is_err() {
                break;
            }
        }
    });
    announced
}

fn next<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

/// A bar on a terminal whose standard output goes elsewhere; nothing in pipes, nothing where it would run into the answers.
fn progress(input: &Input, sources: &Sources) -> ProgressBar {
    if input.quiet || !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let (bar, template) = match sources.count() {
        Some(count) => (ProgressBar::new(count), "{wide_bar:.cyan/blue} {pos}/{len} articles, {per_sec}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {pos} articles, {per_sec}"),
    };
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        for threads in [1, 2, 7] {
            let work = |question: u64| {
                // The first of every seven takes longest.
                (0..(7 - question % 7) * 5000).fold(question, |sum, step| std::hint::black_box(sum ^ step ^ step))
            };
            let answers: Vec<u64> = ordered(0..200, threads, work).into_iter().map(|answer| answer.recv().unwrap()).collect();
            assert_eq!(answers, (0..200).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_endless_input_is_read_only_as_far_as_answers_are_taken() {
        let answers = ordered(0_u64.., 2, |question| question);
        assert_eq!(answers.iter().take(3).map(|answer| answer.recv().unwrap()).collect::<Vec<_>>(), [0, 1, 2]);
    }
}
