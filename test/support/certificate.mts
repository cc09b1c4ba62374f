import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';

export interface Certificate {
	key: Buffer;
	cert: Buffer;
}

/** A certificate for `localhost` that nobody has signed, made with openssl. */
export function makeCertificate(): Certificate {
	const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	execFileSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
			...['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'],
			...['-addext', 'subjectAltName=DNS:localhost'],
		],
		{ stdio: 'ignore' },
	);
	const made = { key: readFileSync(key), cert: readFileSync(cert) };
	rmSync(folder, { recursive: true });
	return made;
}

/** From now on this process takes the certificate for one of a known authority. */
export const trust = ({ cert }: Certificate): void =>
	tls.setDefaultCACertificates([...tls.getCACertificates('default'), cert.toString()]);
