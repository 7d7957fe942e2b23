import '../page.css';

// The floor of every Electron app: a window with one box that takes keys.
const box = document.createElement('textarea');
document.querySelector('#page')?.append(box);
box.focus();
