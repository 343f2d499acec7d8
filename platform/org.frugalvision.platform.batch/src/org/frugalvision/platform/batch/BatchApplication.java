// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.batch;

import java.util.ArrayList;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.knime.core.node.workflow.BatchExecutor;
import org.knime.core.node.workflow.WorkflowManager;

/** KNIME's batch executor, followed by a line per node and the tables that were asked for with {@code -print}. */
public final class BatchApplication implements IApplication {

    private static final String PRINT = "-print";

    @Override
    public Object start(final IApplicationContext context) {
        System.setProperty("java.awt.headless", "true");
        final var remaining = new ArrayList<String>();
        final var outputs = new ArrayList<PrintedOutput>();
        for (final var argument : (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS)) {
            if (argument.equals(PRINT) || argument.startsWith(PRINT + "=")) {
                final var output = PrintedOutput.parse(argument.substring(PRINT.length()));
                if (output.isEmpty()) {
                    System.err.println("Option '" + argument + "' must be -print=NODE or -print=NODE:PORT with numbers.");
                    return BatchExecutor.EXIT_ERR_PRESTART;
                }
                outputs.add(output.get());
            } else {
                remaining.add(argument);
            }
        }
        WorkflowManager.ROOT.addListener(new RunReport(outputs, System.out));
        return BatchExecutor.mainRun(remaining.toArray(String[]::new));
    }

    @Override
    public void stop() {
        // the framework is only stopped after the run
    }
}
