export { PythonError, pythonPrograms } from './python-programs.js';
