// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.Config;

/**
 * Which settings are controlled by variables and which become variables. Stored as {@code variables/tree}, which
 * mirrors the tree of the settings and has {@code used_variable} and {@code exposed_variable} at its leaves.
 */
final class VariableOverrides {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private final Config m_tree;

    private VariableOverrides(final Config tree) {
        m_tree = tree;
    }

    /** Of a node's settings; without that part nothing is controlled. */
    static VariableOverrides of(final NodeSettings settings) throws InvalidSettingsException {
        return new VariableOverrides(settings.containsKey("variables")
            && settings.getConfig("variables").containsKey("tree") ? settings.getConfig("variables").getConfig("tree")
                : new NodeSettings("tree"));
    }

    boolean isEmpty() throws InvalidSettingsException {
        return !has(m_tree, USED) && !has(m_tree, EXPOSED);
    }

    boolean controlSomething() throws InvalidSettingsException {
        return has(m_tree, USED);
    }

    private static boolean has(final Config tree, final String role) throws InvalidSettingsException {
        for (final var key : tree.keySet()) {
            final var below = tree.getConfig(key);
            if (isLeaf(below) ? below.getString(role, null) != null : has(below, role)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLeaf(final Config tree) {
        return tree.containsKey(USED) && !(tree.getEntry(USED) instanceof Config);
    }

    /** Puts the values of the variables into the settings. */
    void overwrite(final Config settings, final FlowObjectStack stack) throws InvalidSettingsException {
        overwrite(m_tree, settings, stack);
    }

    private static void overwrite(final Config tree, final Config settings, final FlowObjectStack stack)
        throws InvalidSettingsException {
        for (final var key : tree.keySet()) {
            final var below = tree.getConfig(key);
            if (!isLeaf(below)) {
                overwrite(below, settings.getConfig(key), stack);
            } else if (below.getString(USED, null) != null) {
                final var variable = stack.getAllAvailableFlowVariables().get(below.getString(USED));
                if (variable == null) {
                    throw new InvalidSettingsException("No flow variable with name \"" + below.getString(USED)
                        + "\" reaches the node, but it controls the setting \"" + key + "\".");
                }
                variable.overwrite(settings, key);
            }
        }
    }

    /** Pushes the exposed settings. */
    void expose(final NodeSettings settings, final FlowObjectStack stack) throws InvalidSettingsException {
        expose(m_tree, settings, stack);
    }

    private static void expose(final Config tree, final Config settings, final FlowObjectStack stack)
        throws InvalidSettingsException {
        for (final var key : tree.keySet()) {
            final var below = tree.getConfig(key);
            if (!isLeaf(below)) {
                expose(below, settings.getConfig(key), stack);
            } else if (below.getString(EXPOSED, null) != null) {
                stack.push(FlowVariable.exposed(below.getString(EXPOSED), settings, key));
            }
        }
    }
}
