import { projectFile } from './maven-download.js';

describe('projectFile', () => {
  it('asks for the one artifact that brings all others', () => {
    const text = projectFile('5.0.9');
    expect(text).toContain('<artifactId>cassandra-all</artifactId><version>5.0.9</version>');
    expect(text).not.toContain('thrift');
  });

  it('asks for the Thrift interface, too, which only 3.11 needs', () => {
    expect(projectFile('3.11.19')).toContain('<artifactId>cassandra-thrift</artifactId><version>3.11.19</version>');
  });
});
