import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

interface Workflow {
	permissions: Record<string, string>;
	jobs: Record<string, { steps: Array<{ uses?: string; run?: string }> }>;
}

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((file) => ({
	file,
	workflow: parse(readFileSync(join(folder, file), 'utf8')) as Workflow,
}));
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

test.each(workflows)('$file uses every action by its hash', ({ workflow }) => {
	const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
	expect(used).not.toEqual([]);
	expect(used.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
});

test.each(workflows)('$file may write nothing, and only publishing proves who it is', (one) => {
	const { 'id-token': token, ...others } = one.workflow.permissions;
	expect(others).toEqual({ contents: 'read' });
	expect(token).toBe(one.file === 'publish.yml' ? 'write' : undefined);
});

test('what is published was tested, has the version of its tag, and says where it comes from', () => {
	const { workflow } = workflows.find(({ file }) => file === 'publish.yml')!;
	const commands = stepsOf(workflow).flatMap(({ run }) => run ?? []);
	expect(commands.at(-1)).toBe('npm publish --provenance --access public');
	expect(commands).toContain('npm test');
	expect(commands[0]).toMatch(/package\.json.*\.version.*GITHUB_REF_NAME/);
});
