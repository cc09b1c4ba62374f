const { dest, src } = require('gulp');

/** What tsc does not carry into dist: icons, codex files and the editor's output previews. */
function assets() {
	return src(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.default = assets;
exports.assets = assets;
