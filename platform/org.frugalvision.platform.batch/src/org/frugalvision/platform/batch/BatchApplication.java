// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.batch;

import java.util.ArrayList;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.frugalvision.platform.report.RunReport;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.workflow.BatchExecutor;
import org.knime.core.node.workflow.WorkflowManager;

/**
 * KNIME's batch executor, followed by a line per node and the tables that were asked for with {@code -print}. It ends
 * the process itself: threads of the framework or of a node must not keep it alive.
 */
public final class BatchApplication implements IApplication {

    private static final String PRINT = "-print=";

    private static final int UNEXPECTED = 13;

    @Override
    public Object start(final IApplicationContext context) {
        var code = UNEXPECTED;
        try {
            code = run((String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        } catch (RuntimeException | Error e) { // anything unexpected ends the process, too
            NodeLogger.getLogger(BatchExecutor.class).fatal("The run broke down: " + e, e);
        }
        System.exit(code);
        return code;
    }

    private static int run(final String[] arguments) {
        final var remaining = new ArrayList<String>();
        final var report = new RunReport(System.out);
        for (final var argument : arguments) {
            if (!argument.startsWith(PRINT)) {
                remaining.add(argument);
            } else if (!report.print(argument.substring(PRINT.length()))) {
                System.err.println("Option '" + argument + "' must be -print=NODE or -print=NODE:PORT with numbers.");
                return BatchExecutor.EXIT_ERR_PRESTART;
            }
        }
        WorkflowManager.ROOT.addListener(report);
        return BatchExecutor.mainRun(remaining.toArray(String[]::new));
    }

    @Override
    public void stop() {
        // the framework is only stopped after the run
    }
}
