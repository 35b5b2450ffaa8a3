package dev.usher.testkit;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Sets the {@link TestClock} back after each test, so that no test lives in another's time. */
final class ResetClock implements TestExecutionListener {

    @Override
    public void afterTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            ApplicationContext context = test.getApplicationContext();
            context.getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        }
    }
}
