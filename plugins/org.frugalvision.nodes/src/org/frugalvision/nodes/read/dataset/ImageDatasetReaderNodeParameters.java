// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Image Dataset Reader. */
@LoadDefaultsForAbsentFields
final class ImageDatasetReaderNodeParameters implements NodeParameters {

    /** File formats of benchmark data sets. */
    enum Format {
            @Label(value = "IDX (MNIST, Fashion-MNIST)",
                description = "One file of images and one of labels, as MNIST and its relatives are published.")
            IDX, //
            @Label(value = "CIFAR-10", description = "The binary version: files of images with their labels.")
            CIFAR10, //
            @Label(value = "CIFAR-100, 100 classes", description = "The binary version with its fine labels.")
            CIFAR100_FINE, //
            @Label(value = "CIFAR-100, 20 classes", description = "The binary version with its coarse labels.")
            CIFAR100_COARSE, //
            @Label(value = "NumPy", description = "One .npy file of images (uint8) and one of labels (whole numbers).")
            NPY, //
            @Label(value = "NumPy, multi-band", description = "The same with any number of channels, uint8 or uint16, "
                + "into multi-band images with a preview.")
            NPY_BANDS;
    }

    /** Where the channels stand in files of colour images. */
    enum Channels {
            @Label(value = "First", description = "Images, channels, height, width.")
            FIRST, //
            @Label(value = "Last", description = "Images, height, width, channels.")
            LAST;
    }

    /** Refers to the format. */
    static final class FormatReference implements ParameterReference<Format> {
    }

    /** Whether labels are in a file of their own, and channels may be first or last. */
    static final class TwoFiles implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(FormatReference.class).isOneOf(Format.IDX, Format.NPY,
                Format.NPY_BANDS);
        }
    }

    @Widget(title = "Format", description = "How the data set is stored.")
    @ValueReference(FormatReference.class)
    Format m_format = Format.IDX;

    @Widget(title = "Images file", description = """
            The file with the images, plain or packed with gzip. An absolute path, a path relative to the folder of
            the workflow, or a URL such as "knime://knime.workflow/data/train-images.idx.gz". Of CIFAR several files,
            separated by semicolons, are read one after the other.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-images.idx.gz")
    String m_imagesFile = "";

    @Widget(title = "Labels file", description = """
            The file with one label per image, in the same order, plain or packed with gzip; given like the images
            file.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-labels.idx.gz")
    @Effect(predicate = TwoFiles.class, type = EffectType.SHOW)
    String m_labelsFile = "";

    @Widget(title = "Class names", description = """
            Names for the labels 0, 1, 2 and so on, separated by commas. A label beyond the last name is refused.
            Without names those of CIFAR-10 are known; otherwise the numbers themselves are the labels, and downstream
            nodes learn the classes only when this node has been executed.
            """)
    @TextInputWidget(placeholder = "T-shirt,Trouser,Pullover")
    String m_classNames = "";

    @Widget(title = "Class names file", description = """
            A text file (UTF-8) with one class name per line, in place of the names above; given like the images file.
            """)
    @Advanced
    String m_classNamesFile = "";

    @Widget(title = "Channels", description = "Where the channels stand in the dimensions of colour images.")
    @ValueSwitchWidget
    @Effect(predicate = TwoFiles.class, type = EffectType.SHOW)
    @Advanced
    Channels m_channels = Channels.LAST;

    @Widget(title = "First image", description = "The number of the first image to be read, from 1.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_firstImage = 1;

    @Widget(title = "Number of images", description = "How many images are read at most; 0 is all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_images;

    @Widget(title = "Row ID prefix", description = """
            Begins every row ID; the number of the image in the file follows, from 0. Give training and test images
            different prefixes when you want to put them into one table later.
            """)
    String m_rowIdPrefix = "Row";

    @Override
    public void validate() throws InvalidSettingsException {
        ClassNames.parse(m_classNames);
        EngineCall.configure(this::checkRange);
    }

    private boolean checkRange() {
        if (m_firstImage < 1) {
            throw new SettingsException("First image", "must be at least 1", m_firstImage, "Enter 1 for the first.");
        }
        if (m_images < 0) {
            throw new SettingsException("Number of images", "must be at least 0", m_images, "Enter 0 for all.");
        }
        return true;
    }

    /** Whether the labels are in a file of their own. */
    boolean hasLabelsFile() {
        return m_format == Format.IDX || m_format == Format.NPY || hasBands();
    }

    /** Whether images become multi-band images. */
    boolean hasBands() {
        return m_format == Format.NPY_BANDS;
    }

    /** Whether the class names are in a file. */
    boolean hasClassNamesFile() {
        return m_classNamesFile != null && !m_classNamesFile.isBlank();
    }
}
