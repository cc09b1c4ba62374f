import type { Page } from 'playwright-core';

import type { Title } from './expectedForm.mts';

/** What an open node's form shows. */
export interface SeenForm {
	titles: Title[];
	/** What lists and pickers show as chosen. */
	chosen: string[];
	notices: string[];
	/** Titles of which a part is cut off. */
	cutOff: string[];
}

/** Reads the open node's form from top to bottom, only what is visible. */
export async function readForm(page: Page): Promise<SeenForm> {
	return await page.getByTestId('node-parameters').evaluate((form) => {
		const visible = (selector: string) =>
			Array.from(form.querySelectorAll<HTMLElement>(selector)).filter((one) => one.offsetParent);
		const text = (element?: Element | null) => element?.textContent?.trim() ?? '';
		const labels = visible('[data-test-id="input-label"]').map((label) => ({
			words: label.querySelector<HTMLElement>('label .n8n-text'),
			info: label.querySelector('label [class*="infoIcon"]'),
		}));
		const inputs = visible('.el-select input.el-input__inner') as HTMLInputElement[];
		return {
			titles: labels.map(({ words, info }) => ({ title: text(words), explained: Boolean(info) })),
			chosen: [
				...inputs.map(({ value }) => value),
				...visible('.el-select__tags-text').map((tag) => text(tag)),
			].filter(Boolean),
			notices: visible('.notice').map((one) => text(one)),
			cutOff: labels
				.filter(({ words }) => words && words.scrollWidth > words.clientWidth + 1)
				.map(({ words }) => text(words)),
		};
	});
}
