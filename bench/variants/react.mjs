// react-quiz-component with React, one bundle, choices that can be changed before they are handed in (as ours).
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const quiz = (questions) => ({
  quizTitle: 'Async programming in Python',
  quizSynopsis: 'Ten questions on asyncio and its neighbours.',
  nrOfQuestions: String(questions.length),
  questions: questions.map(({ question, choices }) => ({
    question,
    questionType: 'text',
    answerSelectionType: 'single',
    answers: choices.map(({ text }) => text),
    correctAnswer: String(1 + choices.findIndex(({ right }) => right)),
    messageForCorrectAnswer: 'Correct.',
    messageForIncorrectAnswer: 'Not quite.',
    explanation: choices.map(({ why }) => why).filter(Boolean).join(' '),
    point: '1',
  })),
});

const entry = `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Quiz from 'react-quiz-component';
import quiz from './quiz.json';
createRoot(document.getElementById('quiz')).render(createElement(Quiz, { quiz, revealAnswerOnSubmit: true }));
`;

function files({ folder, questions, write }) {
  write('entry.mjs', entry);
  write('quiz.json', JSON.stringify(quiz(questions)));
  const args = ['entry.mjs', '--bundle', '--minify', '--format=esm', '--target=es2022', '--outfile=quiz.js', '--log-level=warning'];
  args.push('--define:process.env.NODE_ENV="production"');
  execFileSync('esbuild', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

export const react = {
  name: 'react',
  label: 'react-quiz-component',
  head: '<script type="module" src="quiz.js"></script>',
  top: () => '<div class="slot" id="quiz"></div>',
  files,
  driver: {
    start: '.startQuizBtn',
    option: '.answerBtn',
    state: (options) => options.findIndex((option) => option.matches('.selected')),
  },
};
