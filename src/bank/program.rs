//! The program of a question that can be asked for what it prints.

use super::Bank;
use super::answers::Answers;
use super::text::Block;

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// There is none, or it prints nothing.
    #[default]
    None,
    /// It comes with the model answers.
    Awaited,
    Here {
        source: String,
        output: String,
    },
}

impl Program {
    /// The first one of a model answer that prints something. No reader makes programs of what stands in the details.
    pub fn of(explanation: &[Block]) -> Program {
        let found = explanation.iter().find_map(|block| match block {
            Block::Program { source, output, .. } if !output.trim().is_empty() => Some((source, output)),
            _ => None,
        });
        found.map_or(Program::None, |(source, output)| Program::Here { source: source.clone(), output: output.clone() })
    }
}

impl Bank {
    /// Takes in the program that was awaited for the question at that place. The answers stand in the order of the questions.
    pub fn show_program(&mut self, place: usize, answers: &Answers) {
        if let Some((question, (id, answer))) = self.questions.get_mut(place).zip(answers.answers.get(place))
            && question.program == Program::Awaited
            && question.id == *id
        {
            question.program = Program::of(&answer.explanation);
        }
    }
}
