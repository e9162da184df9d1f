import './define-trainer.js';
