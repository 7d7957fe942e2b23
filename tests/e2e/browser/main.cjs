// A browser and nothing more: Electron without the app, for pages of a site that its own people use.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 900 }).loadURL('about:blank'));
