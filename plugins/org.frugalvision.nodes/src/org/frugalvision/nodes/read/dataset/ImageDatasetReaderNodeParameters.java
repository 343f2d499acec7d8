// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Image Dataset Reader. */
@LoadDefaultsForAbsentFields
final class ImageDatasetReaderNodeParameters implements NodeParameters {

    /** File formats of benchmark data sets. */
    enum Format {
            @Label(value = "IDX (MNIST, Fashion-MNIST)",
                description = "One file of images and one of labels, as MNIST and its relatives are published.")
            IDX;
    }

    @Widget(title = "Format", description = "How the data set is stored.")
    Format m_format = Format.IDX;

    @Widget(title = "Images file", description = """
            The file with the images, plain or packed with gzip. An absolute path, a path relative to the folder of
            the workflow, or a URL such as "knime://knime.workflow/data/train-images.idx.gz".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-images.idx.gz")
    String m_imagesFile = "";

    @Widget(title = "Labels file", description = """
            The file with one label per image, in the same order, plain or packed with gzip; given like the images
            file.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-labels.idx.gz")
    String m_labelsFile = "";

    @Widget(title = "Class names", description = """
            Names for the labels 0, 1, 2 and so on, separated by commas. A label beyond the last name is refused.
            Without names the numbers themselves are the labels; downstream nodes then learn the classes only when
            this node has been executed.
            """)
    @TextInputWidget(placeholder = "T-shirt,Trouser,Pullover")
    String m_classNames = "";

    @Widget(title = "Row ID prefix", description = """
            Begins every row ID; the number of the image in the file follows, from 0. Give training and test images
            different prefixes when you want to put them into one table later.
            """)
    String m_rowIdPrefix = "Row";

    @Override
    public void validate() throws InvalidSettingsException {
        ClassNames.parse(m_classNames);
    }
}
