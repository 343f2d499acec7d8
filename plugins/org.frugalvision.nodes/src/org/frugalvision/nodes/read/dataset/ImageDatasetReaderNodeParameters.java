// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.load.BenchmarkFiles;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Image Dataset Reader. */
@LoadDefaultsForAbsentFields
final class ImageDatasetReaderNodeParameters implements NodeParameters {

    @Widget(title = "Format", description = "How the data set is stored.")
    @ValueReference(DatasetReaderChoices.FormatReference.class)
    DatasetReaderChoices.Format m_format = DatasetReaderChoices.Format.IDX;

    @Widget(title = "Part", description = "Which part of the data set is read.")
    @ValueReference(DatasetReaderChoices.PartReference.class)
    @ValueSwitchWidget
    DatasetReaderChoices.Part m_part = DatasetReaderChoices.Part.NAMED;

    @Widget(title = "Folder", description = """
            The folder with the files of the data set, under the names by which it is published, for example
            train-images-idx3-ubyte.gz, data_batch_1.bin or x_train.npy. An absolute path, a path relative to the
            folder of the workflow, or a URL such as "knime://knime.workflow/data".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data")
    @Effect(predicate = DatasetReaderChoices.FromFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Widget(title = "Images file", description = """
            The file with the images, plain or packed with gzip, or the archive. An absolute path, a path relative to
            the folder of the workflow, or a URL such as "knime://knime.workflow/data/train-images.idx.gz". Of CIFAR
            several files, separated by semicolons, are read one after the other.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-images.idx.gz")
    @Effect(predicate = DatasetReaderChoices.FromFolder.class, type = EffectType.HIDE)
    String m_imagesFile = "";

    @Widget(title = "Labels file", description = """
            The file with one label per image, in the same order, plain or packed with gzip; given like the images
            file. Not needed for an archive of NumPy (.npz) that holds both.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/train-labels.idx.gz")
    @Effect(predicate = DatasetReaderChoices.NamedLabels.class, type = EffectType.SHOW)
    String m_labelsFile = "";

    @Widget(title = "Class names", description = """
            Names for the labels 0, 1, 2 and so on, separated by commas. A label beyond the last name is refused.
            Without names those of CIFAR-10 are known; otherwise there is one class per number or text that occurs
            among the labels, and downstream nodes learn the classes only when this node has been executed.
            """)
    @TextInputWidget(placeholder = "T-shirt,Trouser,Pullover")
    @Effect(predicate = DatasetReaderChoices.FromArchive.class, type = EffectType.HIDE)
    String m_classNames = "";

    @Widget(title = "Class names file", description = """
            A text file (UTF-8) with one class name per line, in place of the names above; given like the images file.
            """)
    @Effect(predicate = DatasetReaderChoices.FromArchive.class, type = EffectType.HIDE)
    @Advanced
    String m_classNamesFile = "";

    @Widget(title = "Channels", description = "Where the channels stand in the dimensions of colour images.")
    @ValueSwitchWidget
    @Effect(predicate = DatasetReaderChoices.TwoFiles.class, type = EffectType.SHOW)
    @Advanced
    DatasetReaderChoices.Channels m_channels = DatasetReaderChoices.Channels.AUTO;

    @Widget(title = "Transpose", description = """
            Exchanges the rows and columns of every image: the files of EMNIST are stored column after column.
            """)
    @Effect(predicate = DatasetReaderChoices.TwoFiles.class, type = EffectType.SHOW)
    @Advanced
    boolean m_transpose;

    @Widget(title = "First image", description = "The number of the first image to be read, from 1.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_firstImage = 1;

    @Widget(title = "Number of images", description = "How many images are read at most; 0 is all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_images;

    @Widget(title = "Row ID prefix", description = """
            Begins every row ID; the number of the image in the data set follows, from 0. Give training and test images
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

    /** Number of the first image to be read, from 0. */
    long first() {
        return m_firstImage - 1L;
    }

    /** Number of the first image that is not read any more, of so many. */
    long end(final long images) {
        return m_images == 0 ? images : Math.min(images, first() + m_images);
    }

    /** Refuses a range that begins after the last image. */
    void checkFirst(final long images) {
        if (first() > 0 && first() >= images) {
            throw new SettingsException("First image", "must be at most the %s of the data set"
                .formatted(Wording.count(images, "image", "images")), m_firstImage, "Enter a smaller number.");
        }
    }

    /** Whether the data set is an archive of class folders. */
    boolean isArchive() {
        return m_format == DatasetReaderChoices.Format.ARCHIVE;
    }

    /** Whether the files are found in a folder. */
    boolean findsFiles() {
        return m_part != DatasetReaderChoices.Part.NAMED && !isArchive();
    }

    /** What kind of files they are; not for an archive. */
    BenchmarkFiles.Kind kind() {
        return switch (m_format) {
            case IDX -> BenchmarkFiles.Kind.IDX;
            case NPY, NPY_BANDS -> BenchmarkFiles.Kind.NPY;
            default -> BenchmarkFiles.Kind.CIFAR;
        };
    }

    /** Whether the labels are in a file of their own that is named; an archive of NumPy may hold them, too. */
    boolean namesLabelsFile() {
        final boolean both = kind() == BenchmarkFiles.Kind.NPY && m_imagesFile != null
            && m_imagesFile.strip().endsWith(".npz") && (m_labelsFile == null || m_labelsFile.isBlank());
        return !findsFiles() && !isArchive() && kind() != BenchmarkFiles.Kind.CIFAR && !both;
    }

    /** Where the channels are. */
    ChannelOrder channelOrder() {
        return ChannelOrder.valueOf(m_channels.name());
    }

    /** Whether rows and columns are exchanged. */
    boolean transposes() {
        return m_transpose && kind() != BenchmarkFiles.Kind.CIFAR;
    }

    /** Whether images become multi-band images. */
    boolean hasBands() {
        return m_format == DatasetReaderChoices.Format.NPY_BANDS;
    }

    /** Whether the class names are in a file. */
    boolean hasClassNamesFile() {
        return !isArchive() && m_classNamesFile != null && !m_classNamesFile.isBlank();
    }
}
