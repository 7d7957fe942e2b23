import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../../../electron/app/exportPath.ts';

describe('exportFileName', () => {
  it.each([
    [{ slug: 'kabul-women', headline: 'Three Years' }, 'html', 'kabul-women.html'],
    [{ slug: ' ', headline: 'Three Years: What Changed?' }, 'markdown', 'Three-Years-What-Changed.md'],
    [{ slug: '', headline: 'ثلاث سنوات' }, 'text', 'ثلاث-سنوات.txt'],
    [{ slug: '../../etc/passwd', headline: '' }, 'package', 'etc-passwd.stet'],
    [{ slug: '', headline: '' }, 'wordpress', 'story.wordpress.html'],
  ] as const)('names %j for %s %s', (story, target, name) => {
    expect(exportFileName(story, target)).toBe(name);
  });

  it('is a plain file name whatever the headline holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
        const name = exportFileName({ slug: '', headline }, 'package');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}\s.-][^\\/:*?"<>|\p{Cc}\p{Cf}\s]*\.stet$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(90);
      }),
    );
  });
});
