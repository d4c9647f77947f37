/**
 * JMX and RMI wrap the exception of the MBean in one of these and keep it in a field of its own: their `cause` is null
 * or points to themselves.
 */
export const WRAPPED_EXCEPTION_FIELD: Readonly<Record<string, string>> = {
  'javax.management.MBeanException': 'exception',
  'javax.management.ReflectionException': 'exception',
  'javax.management.RuntimeMBeanException': 'runtimeException',
  'javax.management.RuntimeOperationsException': 'runtimeException',
  'javax.management.RuntimeErrorException': 'error',
  'javax.management.remote.JMXServerErrorException': 'cause',
  'javax.management.remote.JMXProviderException': 'cause',
  'java.rmi.RemoteException': 'detail',
  'java.lang.reflect.UndeclaredThrowableException': 'undeclaredThrowable',
  'java.lang.reflect.InvocationTargetException': 'target',
  'java.lang.ClassNotFoundException': 'ex',
  'java.lang.ExceptionInInitializerError': 'exception',
  'java.io.WriteAbortedException': 'detail',
};

/** Wrappers that say nothing themselves; callers want to see what is inside. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'javax.management.MBeanException',
  'javax.management.ReflectionException',
  'javax.management.RuntimeMBeanException',
  'javax.management.RuntimeOperationsException',
  'javax.management.RuntimeErrorException',
  'javax.management.remote.JMXServerErrorException',
  'java.rmi.ServerException',
  'java.rmi.ServerError',
  'java.lang.reflect.UndeclaredThrowableException',
  'java.lang.reflect.InvocationTargetException',
]);

/** No chain of causes gets longer; a hostile server could send an endless one. */
export const MAX_CHAIN = 64;

/** A `java.lang.Throwable` as data: what the server sent, without the wish to be thrown. */
export class JavaThrowable {
  /** The class and its superclasses, most specific first. */
  classNames: readonly string[] = [];
  message: string | null = null;
  /** One frame a line, as `printStackTrace` shows it but without the leading "at". */
  stackTrace: readonly string[] = [];
  cause: JavaThrowable | null = null;
  suppressed: readonly JavaThrowable[] = [];

  get javaClass(): string {
    return this.classNames[0] ?? 'java.lang.Throwable';
  }

  isInstanceOf(javaClass: string): boolean {
    return this.classNames.includes(javaClass);
  }

  /** This exception and its causes, outermost first. */
  chain(): JavaThrowable[] {
    const chain: JavaThrowable[] = [this];
    for (let next = this.cause; next !== null && chain.length < MAX_CHAIN; next = next.cause) chain.push(next);
    return chain;
  }

  /** The first exception in the chain that is not a mere wrapper, and the classes of the wrappers around it. */
  unwrap(): { target: JavaThrowable; wrappers: string[] } {
    const chain = this.chain();
    const index = chain.findIndex((throwable) => throwable.cause === null || !TRANSPARENT.has(throwable.javaClass));
    const wrappers = chain.slice(0, Math.max(index, 0)).map((throwable) => throwable.javaClass);
    return { target: chain[wrappers.length] ?? this, wrappers };
  }

  toString(): string {
    return this.message === null ? this.javaClass : `${this.javaClass}: ${this.message}`;
  }
}
