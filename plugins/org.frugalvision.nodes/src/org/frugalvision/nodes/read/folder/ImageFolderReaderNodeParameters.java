// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.load.Colours;
import org.frugalvision.engine.load.DecodeSettings;
import org.frugalvision.engine.load.ManifestSettings;
import org.frugalvision.engine.load.ScanSettings;
import org.frugalvision.engine.load.TargetSize;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.image.Background;
import org.frugalvision.nodes.image.Fitting;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Image Folder Reader. */
@LoadDefaultsForAbsentFields
final class ImageFolderReaderNodeParameters implements NodeParameters {

    private static final long MEGA = 1_000_000;

    private static final int MOST_THREADS = 256;

    /** Which files are read. */
    @Section(title = "Files")
    interface FilesSection {
    }

    /** What images are called. */
    @Section(title = "Labels and groups")
    @After(FilesSection.class)
    interface LabelSection {
    }

    /** What becomes of images. */
    @Section(title = "Image format")
    @After(LabelSection.class)
    interface FormatSection {
    }

    /** How much is read. */
    @Section(title = "Limits")
    @After(FormatSection.class)
    interface LimitSection {
    }

    @Widget(title = "Size", description = """
            Which size the images get; most networks need images of one size. The Image Resizer changes it later.
            """)
    @ValueReference(FolderReaderChoices.SizeReference.class)
    @ValueSwitchWidget
    FolderReaderChoices.Size m_size = FolderReaderChoices.Size.FIXED;

    @Widget(title = "Width", description = "Width of all images in pixels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    int m_width = 64;

    @Widget(title = "Height", description = "Height of all images in pixels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    int m_height = 64;

    @Widget(title = "Folder", description = """
            The folder (directory) with the images, or an archive that holds one (zip; tar, also packed with gzip, bzip2
            or xz), which is read without being unpacked. An absolute path, a path relative to the folder of the
            workflow, or a URL such as "knime://knime.workflow/data/images".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/images")
    @Layout(FilesSection.class)
    String m_folder = "";

    @Widget(title = "Include", description = """
            Patterns (globs) separated by commas, of which a file must match one. A pattern without slash is compared
            with the name, one with a slash with the path; ** stands for any folders. Capitals do not matter.
            """)
    @Layout(FilesSection.class)
    String m_include = "*";

    @Widget(title = "Exclude", description = "Patterns of the same kind, of which a file must match none.")
    @Layout(FilesSection.class)
    String m_exclude = "";

    @Widget(title = "List of files", description = """
            A CSV file (UTF-8, or "Unicode text" of Excel; column names in the first line, then one line per file) that
            names the files to read, relative to the folder; empty reads all files of the folder. Its further columns
            are kept as columns of strings. Include, exclude and the limit per class choose among the files it names.
            """)
    @ValueReference(FolderReaderChoices.ListReference.class)
    @Layout(FilesSection.class)
    String m_list = "";

    @Widget(title = "Separator", description = """
            What stands between the fields of the list, one character, or \\t for a tabulator. A
            first line such as "sep=;" in the list, which Excel writes, says it better.
            """)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listSeparator = ",";

    @Widget(title = "Path column", description = "The column of the list with the paths.")
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listPathColumn = "path";

    @Widget(title = "Label column of the list", description = """
            The column of the list with the labels; empty if labels come from elsewhere.
            """)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listLabelColumn = "label";

    @Widget(title = "Group column of the list", description = """
            The column of the list with the groups; empty if groups come from elsewhere.
            """)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listGroupColumn = "";

    @Widget(title = "Label from", description = "Where the class of an image comes from.")
    @ValueReference(FolderReaderChoices.LabelReference.class)
    @Layout(LabelSection.class)
    FolderReaderChoices.Source m_labelSource = FolderReaderChoices.Source.PARENT_FOLDER;

    @Widget(title = "Path level", description = """
            1 is the first folder below the one that is read, 2 the folder in it; -1 is the folder that holds the
            file, -2 the one around it.
            """)
    @Effect(predicate = FolderReaderChoices.LabelFromLevel.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    int m_labelLevel = 1;

    @Widget(title = "Regular expression", description = """
            A regular expression that is searched in the path; its group with the name "label" is the label. Example:
            (?&lt;label&gt;cat|dog)_[0-9]+
            """)
    @Effect(predicate = FolderReaderChoices.LabelFromExpression.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_labelExpression = "(?<label>[^/_]+)_[^/]*$";

    @Widget(title = "Group from", description = """
            Where the group of an image comes from, for example its animal, camera or video. The Image Partitioner
            keeps groups together.
            """)
    @ValueReference(FolderReaderChoices.GroupReference.class)
    @Layout(LabelSection.class)
    FolderReaderChoices.Source m_groupSource = FolderReaderChoices.Source.NONE;

    @Widget(title = "Path level of the group", description = "Counted like that of the label.")
    @Effect(predicate = FolderReaderChoices.GroupFromLevel.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    int m_groupLevel = 1;

    @Widget(title = "Regular expression of the group", description = """
            A regular expression like that of the label; here, too, the group with the name "label" is what counts.
            """)
    @Effect(predicate = FolderReaderChoices.GroupFromExpression.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_groupExpression = "(?<label>[^/_]+)_[^/]*$";

    @Widget(title = "Colours", description = "Which channels the images get.")
    @ValueSwitchWidget
    @Layout(FormatSection.class)
    FolderReaderChoices.Channels m_colours = FolderReaderChoices.Channels.KEEP;

    @Widget(title = "Fit", description = """
            How an image of other proportions is brought to that size: padding is also called letterbox, cropping center
            crop.
            """)
    @ValueSwitchWidget
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    Fitting m_fit = Fitting.PAD;

    @Widget(title = "Background", description = """
            The colour behind transparent pixels and beside padded images, as #RRGGBB in hexadecimal digits.
            """)
    @Advanced
    @Layout(FormatSection.class)
    String m_background = "#FFFFFF";

    @Widget(title = "Limit per class", description = "At most so many files of each label, drawn at random; 0 is all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(LimitSection.class)
    int m_limitPerClass;

    @Widget(title = "Seed", description = "Decides which files are drawn when there is a limit per class.")
    @Advanced
    @Layout(LimitSection.class)
    int m_seed;

    @Widget(title = "Largest image (megapixels)", description = """
            Images with more million pixels are rejected before they are decoded; PNG images with more than 67 million
            always are.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(LimitSection.class)
    int m_megapixels = 100;

    @Widget(title = "Threads", description = """
            How many processor threads decode images; 0 = all the machine has but one. The result is the same.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    @Layout(LimitSection.class)
    int m_threads;

    /** Whether a list names the files. */
    boolean hasList() {
        return m_list != null && !m_list.isBlank();
    }

    /** Whether the labels stand in the list. */
    boolean hasListedLabels() {
        return hasList() && m_listLabelColumn != null && !m_listLabelColumn.isEmpty();
    }

    /** Whether the groups stand in the list. */
    boolean hasListedGroups() {
        return hasList() && m_listGroupColumn != null && !m_listGroupColumn.isEmpty();
    }

    /** Whether images have a column of labels. */
    boolean hasLabels() {
        return hasListedLabels() || m_labelSource != FolderReaderChoices.Source.NONE;
    }

    /** Whether images have a column of groups. */
    boolean hasGroups() {
        return hasListedGroups() || m_groupSource != FolderReaderChoices.Source.NONE;
    }

    /** How the list is read. */
    ManifestSettings toListSettings() {
        return new ManifestSettings(m_listSeparator == null ? "" : m_listSeparator,
            m_listPathColumn == null ? "" : m_listPathColumn, hasListedLabels() ? m_listLabelColumn : "",
            hasListedGroups() ? m_listGroupColumn : "");
    }

    /** Which files, with which labels and groups. */
    ScanSettings toScanSettings() {
        return new ScanSettings(patterns(m_include), patterns(m_exclude),
            FolderReaderChoices.labelling(m_labelSource, m_labelLevel, m_labelExpression, ""),
            FolderReaderChoices.labelling(m_groupSource, m_groupLevel, m_groupExpression, " of the group"),
            m_limitPerClass, m_seed);
    }

    /** What becomes of the images. */
    DecodeSettings toDecodeSettings() {
        if (m_threads < 0 || m_threads > MOST_THREADS) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", m_threads);
        }
        if (m_megapixels < 1) {
            throw new SettingsException("Largest image (megapixels)", "must be at least 1", m_megapixels,
                "Enter a larger number.");
        }
        return new DecodeSettings(Colours.valueOf(m_colours.name()),
            m_size == FolderReaderChoices.Size.KEEP ? Optional.empty()
                : Optional.of(new TargetSize(m_height, m_width, m_fit.toFit())),
            Background.parse(m_background), m_megapixels * MEGA);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toScanSettings);
        EngineCall.configure(this::toDecodeSettings);
        if (hasList()) {
            EngineCall.configure(this::toListSettings);
        }
    }

    private static List<String> patterns(final String text) {
        return text == null ? List.of()
            : Arrays.stream(text.split(",")).map(String::strip).filter(pattern -> !pattern.isEmpty()).toList();
    }
}
