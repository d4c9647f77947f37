import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DOCUMENT, type Language } from './language.js';
import { step } from './step.js';

const VERSION = '7.17.0';
const NAME = 'openapi-generator-cli';
const JAR = join(homedir(), '.m2/repository/org/openapitools', NAME, VERSION, `${NAME}-${VERSION}.jar`);

const PARTS = 'apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false';
// A list that was not set is left out of a request; by default it would be sent empty, which the API refuses.
const OPTIONS =
  'containerDefaultToNull=true,openApiNullable=false,apiPackage=reaper.api,modelPackage=reaper.model,invokerPackage=reaper';

/** openapi-generator with the HTTP client of the JDK, compiled by Maven. */
export const java: Language = {
  name: 'Java',
  build(folder) {
    fetchGenerator(folder);
    const generate = ['generate', '-i', DOCUMENT, '-g', 'java', '--library', 'native', '-o', folder];
    step(folder, 'java', ['-jar', JAR, ...generate, '--global-property', PARTS, '--additional-properties', OPTIONS]);
    copyFileSync(join(__dirname, '..', 'flows', 'java', 'Flow.java'), join(folder, 'src/main/java/reaper/Flow.java'));
    step(folder, 'mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=classpath.txt']);
  },
  flow(folder, env) {
    const libraries = readFileSync(join(folder, 'classpath.txt'), 'utf8').trim();
    step(folder, 'java', ['-cp', `target/classes:${libraries}`, 'reaper.Flow'], env);
  },
};

function fetchGenerator(folder: string): void {
  if (existsSync(JAR)) return;
  const artifact = `-Dartifact=org.openapitools:${NAME}:${VERSION}`;
  step(folder, 'mvn', ['-q', '-B', 'dependency:get', artifact, '-Dtransitive=false']);
}
