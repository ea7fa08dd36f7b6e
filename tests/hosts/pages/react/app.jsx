import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [shown, show] = useState(true);
  const [ended, end] = useState(0);
  return (
    <>
      <button id="toggle" onClick={() => show(!shown)}>
        {shown ? 'Take it away' : 'Bring it back'}
      </button>
      <p>Rounds ended: <output>{ended}</output></p>
      {shown && (
        <mock-interview questions={2} minutes={5} onmock-interview-round-end={() => end(ended + 1)} />
      )}
    </>
  );
}

createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);
