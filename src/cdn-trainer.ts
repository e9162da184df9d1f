// One <script> for the trainer's page: registers the tags and exports nothing.
import './define-trainer.js';
