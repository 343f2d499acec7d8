// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.batch;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.frugalvision.platform.report.RunProgress;
import org.frugalvision.platform.report.RunReport;
import org.frugalvision.platform.report.TerminalLine;
import org.frugalvision.platform.report.Usage;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.workflow.BatchExecutor;
import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;
import org.knime.core.node.workflow.WorkflowManager;

/**
 * KNIME's batch executor, which tells how far it is, followed by a line per node and the tables and pictures that were
 * asked for. It ends the process itself: threads of the framework or of a node must not keep it alive.
 */
public final class BatchApplication implements IApplication {

    private static final String HELP = "-help";

    /** Where the launcher says how many columns the terminal has, if standard error is one. */
    private static final String COLUMNS = "frugalvision.terminal.columns";

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
        if (List.of(arguments).contains(HELP)) {
            System.out.print(Usage.text());
            return BatchExecutor.EXIT_SUCCESS;
        }
        final var progress = new RunProgress(line -> System.err.println(line));
        final var columns = Integer.getInteger(COLUMNS, 0);
        if (columns > 0) {
            final var line = new TerminalLine(System.err, columns, progress::running);
            System.setOut(line.beside(System.out));
            System.setErr(line.beside(System.err));
            line.start();
        }
        final var report = new RunReport(System.out);
        final var remaining = new ArrayList<String>();
        try {
            for (final var argument : arguments) {
                if (!report.takes(argument)) {
                    remaining.add(argument);
                }
            }
        } catch (IllegalOptionException e) { // the message says it all
            System.err.println(e.getMessage());
            System.err.print(Usage.text());
            return BatchExecutor.EXIT_ERR_PRESTART;
        }
        WorkflowManager.ROOT.addListener(progress);
        WorkflowManager.ROOT.addListener(report);
        final var code = BatchExecutor.mainRun(remaining.toArray(String[]::new));
        return code == BatchExecutor.EXIT_SUCCESS && !report.isComplete() ? BatchExecutor.EXIT_ERR_EXECUTION : code;
    }

    @Override
    public void stop() {
        // the framework is only stopped after the run
    }
}
