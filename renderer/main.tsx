import './app/schemasWithoutEval.ts';
import { mountApp } from './app/mountApp.tsx';
import { stetBridge } from './bridge/stet.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';

const root = document.getElementById('root');
const bridge = stetBridge();
if (root && bridge) void mountApp(root, bridge);
else if (root) root.textContent = 'This page is part of Stet and needs its window. Start it with: npm start';
