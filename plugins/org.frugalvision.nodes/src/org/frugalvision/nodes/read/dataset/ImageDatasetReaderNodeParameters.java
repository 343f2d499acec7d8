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
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the Image Dataset Reader. */
@LoadDefaultsForAbsentFields
final class ImageDatasetReaderNodeParameters implements NodeParameters {

    /** How images are stored. */
    @Section(title = "Image format")
    @Advanced
    interface FormatSection {
    }

    /** Which images become rows. */
    @Section(title = "Limits")
    @Advanced
    @After(FormatSection.class)
    interface LimitSection {
    }

    @Widget(title = "Format", description = "How the data set is stored.")
    @ValueReference(DatasetReaderChoices.FormatReference.class)
    DatasetReaderChoices.Format m_format = DatasetReaderChoices.Format.IDX;

    @Widget(title = "Part", description = "Which part of the data set is read.")
    @ValueReference(DatasetReaderChoices.PartReference.class)
    @ValueSwitchWidget
    DatasetReaderChoices.Part m_part = DatasetReaderChoices.Part.NAMED;

    @Widget(title = "Folder", description = """
            The folder with the files of the data set, under the names by which it is published. An absolute path, a
            path relative to the folder of the workflow, or a URL such as "knime://knime.workflow/data".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = DatasetReaderChoices.FromFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Widget(title = "Images file", description = """
            The file with the images, plain or packed with gzip, or the archive. An absolute path, a path relative to
            the folder of the workflow, or a URL. Of CIFAR several files, separated by semicolons, are read one after
            the other.
            """)
    @TextInputWidget(placeholderProvider = FilesOfFormat.ImagesFile.class,
        patternValidation = IsNotBlankValidation.class)
    @ValueReference(DatasetReaderChoices.ImagesFileReference.class)
    @Effect(predicate = DatasetReaderChoices.FromFolder.class, type = EffectType.HIDE)
    String m_imagesFile = "";

    @Widget(title = "Labels file", description = """
            The file with one label per image, in the same order, plain or packed with gzip; given like the images
            file. Not needed for an archive of NumPy (.npz) that holds both.
            """)
    @TextInputWidget(placeholderProvider = FilesOfFormat.LabelsFile.class,
        patternValidationProvider = FilesOfFormat.LabelsFileRule.class)
    @Effect(predicate = DatasetReaderChoices.NamedLabels.class, type = EffectType.SHOW)
    String m_labelsFile = "";

    @Persistor(ClassNameParameters.AsTexts.class)
    ClassNameParameters m_names = new ClassNameParameters();

    @Widget(title = "Channels", description = "Where the channels stand in the dimensions of RGB images.")
    @ValueSwitchWidget
    @Effect(predicate = DatasetReaderChoices.TwoFiles.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    DatasetReaderChoices.Channels m_channels = DatasetReaderChoices.Channels.AUTO;

    @Widget(title = "Transpose", description = """
            Exchanges the rows and columns of every image: the files of EMNIST are stored column after column.
            """)
    @Effect(predicate = DatasetReaderChoices.TwoFiles.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    boolean m_transpose;

    @Widget(title = "First image", description = "The number of the first image to be read, from 1.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LimitSection.class)
    int m_firstImage = 1;

    @Widget(title = "Image limit (0 = none)", description = "How many images are read at most.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(LimitSection.class)
    int m_images;

    @Widget(title = "Row ID prefix (empty = none)", description = """
            Begins every row ID; the number of the image in the data set follows, from 0. Give training and test images
            different prefixes when you want to put them into one table later.
            """)
    @Layout(LimitSection.class)
    String m_rowIdPrefix = "Row";

    @Override
    public void validate() throws InvalidSettingsException {
        ClassNames.parse(m_names.typed());
        EngineCall.configure(this::checkRange);
    }

    private boolean checkRange() {
        if (m_firstImage < 1) {
            throw new SettingsException("First image", "must be at least 1", m_firstImage, "Enter 1 for the first.");
        }
        if (m_images < 0) {
            throw new SettingsException("Image limit", "must be at least 0", m_images, "Enter 0 for none.");
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
        return !isArchive() && m_names.m_source == ClassNameParameters.Source.FILE;
    }
}
