// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.nodes.table.Columns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * Where images and labels stand in a table.
 *
 * @param image index of the column of images
 * @param label index of the column of labels
 */
record LearnerColumns(int image, int label) {

    static LearnerColumns of(final DataTableSpec training, final CnnLearnerNodeParameters parameters)
        throws InvalidSettingsException {
        return new LearnerColumns(Columns.image(training, parameters.m_imageColumn),
            Columns.label(training, parameters.m_labelColumn));
    }

    /** The columns of the same names in the table of validation images. */
    LearnerColumns in(final DataTableSpec training, final DataTableSpec validation) throws InvalidSettingsException {
        return new LearnerColumns(
            Columns.image(validation, training.getColumnSpec(image).getName(), "Image column (validation images)"),
            Columns.find(validation, training.getColumnSpec(label).getName(), "Label column (validation images)",
                "strings", StringValue.class));
    }
}
