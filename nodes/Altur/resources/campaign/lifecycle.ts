import type { Repeat } from '../../../shared/contract/request';
import type { Operation } from '../../../shared/contract/operation';
import { hasId } from '../../../shared/values/json';
import { campaign, realPeople } from '../../fields';
import { countedId } from '../../ids';
import { adviceOn } from './advice';
import { campaignIn } from './answer';

interface Step {
	name: string;
	value: 'activate' | 'pause' | 'resume' | 'archive';
	description: string;
	repeat: Repeat;
	/** Said in the form where it makes Altur reach people. */
	warning?: string;
}

/** Source: Altur's page on the lifecycle of campaigns: "POST /campaigns/{id}/{action}". */
const step = ({ name, value, description, repeat, warning }: Step): Operation => ({
	option: { name, value, action: `${name} a campaign`, description },
	repeat,
	properties: [...(warning ? [realPeople(warning)] : []), campaign],
	request: (read) => ({
		method: 'POST',
		url: `/campaigns/${countedId(read, 'campaignId')}/${value}`,
	}),
	isAcceptance: (body) => hasId(campaignIn(body)),
	output: campaignIn,
	adviceOn,
});

/** Every step but activate may be repeated without effect, says Altur. */
export const lifecycle: Operation[] = [
	step({
		name: 'Activate',
		value: 'activate',
		description:
			'Start a campaign that is pending, ready or cooling down. From here on Altur reaches real people.',
		repeat: 'never',
		warning:
			"From here on Altur reaches the real people on the campaign's list. Campaign › Pause stops it.",
	}),
	step({
		name: 'Pause',
		value: 'pause',
		description: 'Stop a campaign that is active or cooling down; it becomes inactive',
		repeat: 'safe',
	}),
	step({
		name: 'Resume',
		value: 'resume',
		description: 'Let an inactive campaign go on. Altur reaches real people again.',
		repeat: 'safe',
		warning:
			"From here on Altur goes on with the real people on the campaign's list. Campaign › Pause stops it.",
	}),
	step({
		name: 'Archive',
		value: 'archive',
		description: 'Put a campaign away, whatever its status',
		repeat: 'safe',
	}),
];
