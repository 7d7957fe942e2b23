import type { ActionId } from '../../shared/actions/actions.ts';
import type { StoryComments } from '../review/StoryComments.ts';
import type { StorySuggestions } from '../review/StorySuggestions.ts';
import { checksCode, commentsCode, suggestionsCode } from './actionCode.ts';
import type { Workspace } from './Workspace.ts';

/** What the shell does for an action; the rest belongs to the editor. */
const SHELL: Partial<Record<ActionId, (workspace: Workspace) => void>> = {
  'story.new': (workspace) => void workspace.create('blank'),
  'story.newNews': (workspace) => void workspace.create('news'),
  'story.newFeature': (workspace) => void workspace.create('feature'),
  'story.newQa': (workspace) => void workspace.create('qa'),
  'story.open': (workspace) => void workspace.arrivals.choose(),
  'story.openRemote': (workspace) => workspace.dialog.set({ kind: 'remotes' }),
  'story.duplicate': (workspace) => withOpenStory(workspace, (id) => void workspace.duplicate(id)),
  'story.trash': (workspace) => withOpenStory(workspace, (id) => void workspace.trash(id)),
  'revision.keep': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'keepRevision' })),
  'revision.show': (workspace) => workspace.showInspector('review'),
  'revision.compare': (workspace) =>
    withOpenStory(workspace, () => workspace.dialog.set({ kind: 'compare', before: null, after: 'now' })),
  'story.export': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'export', target: null })),
  'story.send': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'send' })),
  'story.handOver': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'handOver' })),
  'outbox.show': (workspace) => workspace.dialog.set({ kind: 'outbox' }),
  'desk.queue': (workspace) => workspace.dialog.set({ kind: 'desk', view: 'queue' }),
  'desk.board': (workspace) => workspace.dialog.set({ kind: 'desk', view: 'board' }),
  'app.settings': (workspace) => workspace.dialog.set({ kind: 'settings', section: 'general' }),
  'edit.searchStories': (workspace) => {
    workspace.showPane('library');
    workspace.searchAsked.set(workspace.searchAsked.value + 1);
  },
  'checks.next': (workspace) => stepFinding(workspace, 1),
  'checks.previous': (workspace) => stepFinding(workspace, -1),
  'checks.open': (workspace) => {
    if (workspace.desk.handle.value?.openMarks(null) === false) workspace.notices.show('Nothing is marked here.');
  },
  'comments.add': (workspace) => withComments(workspace, (comments) => comments.begin()),
  'comments.next': (workspace) => withComments(workspace, (comments) => comments.step(1)),
  'comments.previous': (workspace) => withComments(workspace, (comments) => comments.step(-1)),
  'suggestions.toggle': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.toggle()),
  'suggestions.next': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.step(1)),
  'suggestions.previous': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.step(-1)),
  'suggestions.accept': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.settleHere('accept')),
  'suggestions.reject': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.settleHere('reject')),
  'suggestions.acceptAll': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.settleAll('accept')),
  'suggestions.rejectAll': (workspace) => withSuggestions(workspace, (suggestions) => suggestions.settleAll('reject')),
  'suggestions.view': (workspace) =>
    withSuggestions(workspace, (suggestions) =>
      suggestions.setView(suggestions.view.value === 'marks' ? 'accepted' : 'marks'),
    ),
  'suggestions.original': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'original' })),
  'captions.show': (workspace) => withOpenStory(workspace, () => workspace.dialog.set({ kind: 'captions' })),
  'codes.show': (workspace) => workspace.dialog.set({ kind: 'codes' }),
  'view.library': (workspace) => workspace.togglePane('library'),
  'view.inspector': (workspace) => workspace.togglePane('inspector'),
  'view.focus': (workspace) => workspace.focused.set(!workspace.focused.value),
  'view.palette': (workspace) => workspace.dialog.set({ kind: 'palette' }),
  'help.shortcuts': (workspace) => workspace.dialog.set({ kind: 'shortcuts' }),
  'help.about': (workspace) => workspace.dialog.set({ kind: 'about' }),
};

/** Goes on to a finding, and says what it is where the Checks tab does not show it. */
function stepFinding(workspace: Workspace, way: 1 | -1): void {
  withOpenStory(workspace, () => {
    checksCode.use((storyChecksOf) => {
      const checks = storyChecksOf(workspace);
      const finding = checks.step(way);
      const { shownPanes, inspectorTab, desk, notices } = workspace;
      if (shownPanes.value.inspector && inspectorTab.value === 'checks') return;
      if (!finding) {
        notices.show('The checks have nothing to say.');
        return;
      }
      if (!desk.handle.value?.openMarks(finding.place)) notices.show(finding.message);
    });
  });
}

function withComments(workspace: Workspace, use: (comments: StoryComments) => void): void {
  withOpenStory(workspace, () => {
    commentsCode.use((storyCommentsOf) => use(storyCommentsOf(workspace)));
  });
}

function withSuggestions(workspace: Workspace, use: (suggestions: StorySuggestions) => void): void {
  withOpenStory(workspace, () => {
    suggestionsCode.use((storySuggestionsOf) => use(storySuggestionsOf(workspace)));
  });
}

function withOpenStory(workspace: Workspace, use: (id: NonNullable<Workspace['desk']['openId']>) => void): void {
  const { desk, notices } = workspace;
  if (desk.openId !== null && desk.handle.value) use(desk.openId);
  else notices.show('Open a story first.');
}

/** A text field that is not bound to the story: it has its own undo, and the page's editing keys are not for it. */
function isForeignField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  const isField = element.matches('input, textarea, select') || element.isContentEditable;
  return isField && (element.closest('[data-story-field], main') === null || element.closest('.comments') !== null);
}

/** Actions for the words where the caret is; somewhere else than on the page they mean nothing. */
function isForCaret(action: ActionId): boolean {
  return /^(insert|format|block|table|picture|quote)\.|^edit\.(undo|redo|pastePlain)$/.test(action);
}

/**
 * Runs an action, wherever it came from: a menu, a shortcut, the palette, a button. Answers whether it meant anything, so
 * that a key press that did not can go on its way.
 */
export function runAction(workspace: Workspace, action: ActionId): boolean {
  const own = SHELL[action];
  if (own) {
    // A menu reaches past a dialog; what the dialog was about may change now.
    workspace.dialog.set(null);
    own(workspace);
    return true;
  }
  const focus = document.activeElement;
  if (isForCaret(action) && (isForeignField(focus) || focus?.closest('[role="dialog"]'))) {
    // A search box has its own undo; the menu's Undo must reach it too.
    if (action === 'edit.undo' || action === 'edit.redo') return document.execCommand(action.slice('edit.'.length));
    return false;
  }
  return workspace.desk.handle.value?.run(action) ?? false;
}
