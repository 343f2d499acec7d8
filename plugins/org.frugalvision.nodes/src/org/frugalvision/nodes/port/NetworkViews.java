// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.awt.BorderLayout;

import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;

/** The Swing side of what KNIME shows at a network port. */
final class NetworkViews {

    private NetworkViews() {
    }

    /**
     * @param title of the tab
     * @param facts what to show
     * @return a table whose cells can be selected and copied, but not changed
     */
    static JComponent table(final String title, final NetworkFacts facts) {
        final var table = new JTable(new DefaultTableModel(
            facts.rows().stream().map(row -> row.toArray(String[]::new)).toArray(String[][]::new),
            facts.columns().toArray(String[]::new)));
        table.setDefaultEditor(Object.class, null);
        table.setCellSelectionEnabled(true);
        final var panel = new JPanel(new BorderLayout());
        panel.setName(title);
        panel.add(new JScrollPane(table));
        return panel;
    }
}
