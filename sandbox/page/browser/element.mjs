// @ts-check

/**
 * An element with its attributes and children. Texts become text nodes: nothing is ever read as HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {Array<Node | string>} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}

/**
 * Changes a text only where it differs, so that nothing is announced twice.
 * @param {Element} holder
 * @param {string} text
 */
export function say(holder, text) {
	if (holder.textContent !== text) holder.textContent = text;
}
