// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.knime.core.node.workflow.BatchExecutor.IllegalOptionException;

/**
 * The options of one batch run.
 *
 * @param input the directory or zip of the workflow
 * @param destinationDirectory where to save, null for in place
 * @param destinationFile the zip to save as, null for none; goes before the directory
 * @param preferences the preferences to merge, null for none
 * @param ignored options that have no effect here
 */
record BatchOptions(File input, File destinationDirectory, File destinationFile, File preferences, boolean reset,
    boolean save, boolean execute, boolean failOnLoadError, List<FlowVariable> variables, List<NodeOption> nodeOptions,
    List<String> ignored) {

    private static final Set<String> SILENTLY_IGNORED = Set.of("-noversioncheck", "-perspective", "-showlocation",
        "-allowdeadlock", "-checkforupdates", "-profilelist", "-profilelocation");

    static BatchOptions parse(final List<String> arguments) throws IllegalOptionException {
        final var parser = new Parser();
        for (final var argument : arguments) {
            parser.parse(argument);
        }
        return parser.options();
    }

    /** Gathers options one by one; a later one replaces an earlier one. */
    private static final class Parser {

        private File m_input;

        private File m_destinationDirectory;

        private File m_destinationFile;

        private File m_preferences;

        private boolean m_reset;

        private boolean m_save = true;

        private boolean m_execute = true;

        private boolean m_failOnLoadError;

        private final List<FlowVariable> m_variables = new ArrayList<>();

        private final List<NodeOption> m_nodeOptions = new ArrayList<>();

        private final List<String> m_ignored = new ArrayList<>();

        void parse(final String argument) throws IllegalOptionException {
            final var equals = argument.indexOf('=');
            final var name = equals < 0 ? argument : argument.substring(0, equals);
            final var value = equals < 0 ? null : argument.substring(equals + 1);
            switch (name) {
                case "-nosave" -> m_save = false;
                case "-reset" -> m_reset = true;
                case "-noexecute" -> m_execute = false;
                case "-failonloaderror" -> m_failOnLoadError = true;
                case "-updateLinks", "-masterkey", "-credential" -> m_ignored.add(name);
                case "-preferences" -> m_preferences = file(name, value, "preferences file");
                case "-workflowFile" -> m_input = file(name, value, "workflow file");
                case "-workflowDir" -> m_input = directory(name, value);
                case "-destFile" -> m_destinationFile = new File(given(name, value));
                case "-destDir" -> m_destinationDirectory = new File(given(name, value));
                case "-workflow.variable" -> m_variables.add(VariableOption.parse(given(name, value)));
                case "-option" -> m_nodeOptions.add(NodeOption.parse(given(name, value)));
                default -> {
                    if (!SILENTLY_IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
                        throw new IllegalOptionException("Unknown option '" + argument + "'");
                    }
                }
            }
        }

        private static String given(final String name, final String value) throws IllegalOptionException {
            if (value == null || value.isEmpty()) {
                throw new IllegalOptionException("Option '" + name + "' needs a value: " + name + "=...");
            }
            return value;
        }

        private static File file(final String name, final String value, final String what)
            throws IllegalOptionException {
            final var file = new File(given(name, value));
            if (!file.isFile()) {
                throw new IllegalOptionException("Specified " + what + " '" + file + "' does not exist");
            }
            return file;
        }

        private static File directory(final String name, final String value) throws IllegalOptionException {
            final var directory = new File(given(name, value));
            if (!directory.isDirectory()) {
                throw new IllegalOptionException("Workflow directory '" + directory + "' does not exist");
            }
            return directory;
        }

        BatchOptions options() throws IllegalOptionException {
            if (m_input == null) {
                throw new IllegalOptionException("Either -workflowDir or -workflowFile must be specified");
            }
            return new BatchOptions(m_input, m_destinationDirectory, m_destinationFile, m_preferences, m_reset, m_save,
                m_execute, m_failOnLoadError, m_variables, m_nodeOptions, m_ignored);
        }
    }
}
