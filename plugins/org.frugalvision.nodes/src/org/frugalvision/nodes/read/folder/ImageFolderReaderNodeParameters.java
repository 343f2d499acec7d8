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
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.Background;
import org.frugalvision.nodes.image.BackgroundPattern;
import org.frugalvision.nodes.image.Fitting;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.NotStored;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
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
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotEmptyValidation;

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
    @Advanced
    @After(FormatSection.class)
    interface LimitSection {
    }

    /** How the reading runs. */
    @Section(title = "Execution")
    @Advanced
    @After(LimitSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Folder", description = """
            The folder (directory) with the images, or an archive (zip, tar) that holds one, which is read without being
            unpacked. An absolute path, a path relative to the folder of the workflow, or a URL such as
            "knime://knime.workflow/data/images".
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/images",
        patternValidation = IsNotBlankValidation.class)
    @Layout(FilesSection.class)
    String m_folder = "";

    @Widget(title = "Include", description = """
            Patterns (globs) separated by commas, of which a file must match one. A pattern without slash is compared
            with the name, one with a slash with the path; ** stands for any folders.
            """)
    @TextInputWidget(placeholder = "*.png,train/**", patternValidation = IsNotBlankValidation.class)
    @Layout(FilesSection.class)
    String m_include = "*";

    @Widget(title = "Exclude (empty = none)",
        description = "Patterns of the same kind, of which a file must match none.")
    @TextInputWidget(placeholder = "*thumb*")
    @Layout(FilesSection.class)
    String m_exclude = "";

    @Widget(title = "List of files (empty = all files)", description = """
            A CSV file that names the files to read, relative to the folder; its first line names the columns. Its
            further columns are kept as columns of strings.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/list.csv")
    @ValueReference(FolderReaderChoices.ListReference.class)
    @Layout(FilesSection.class)
    String m_list = "";

    @Widget(title = "Separator", description = """
            What stands between the fields of the list, one character, or \\t for a tabulator. A first line such as
            "sep=;" in the list, which Excel writes, says it better.
            """)
    @TextInputWidget(patternValidation = OneCharacter.class)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listSeparator = ",";

    @Widget(title = "Path column", description = "The column of the list with the paths.")
    @TextInputWidget(minLengthValidation = IsNotEmptyValidation.class)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(FilesSection.class)
    String m_listPathColumn = "path";

    @Widget(title = "Label column of the list (empty = from the path)",
        description = "The column of the list with the labels.")
    @ValueReference(FolderReaderChoices.ListedLabelReference.class)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_listLabelColumn = "label";

    @Widget(title = "Separator of labels (empty = one label)", description = """
            What stands between the labels of an image that may have several, one character such as a space, or \\t for
            a tabulator. The label column then holds lists of strings, and an empty field is an image without label.
            """)
    @TextInputWidget(patternValidation = OneCharacterOrNone.class)
    @Effect(predicate = FolderReaderChoices.LabelFromList.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_listLabelSeparator = "";

    @Widget(title = "Label from", description = "Where the class of an image comes from.")
    @ValueReference(FolderReaderChoices.LabelReference.class)
    @Effect(predicate = FolderReaderChoices.LabelFromPath.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    FolderReaderChoices.Source m_labelSource = FolderReaderChoices.Source.PARENT_FOLDER;

    @Widget(title = "Path level", description = """
            1 is the first folder below the one that is read, 2 the folder in it; -1 is the folder that holds the
            file, -2 the one around it.
            """)
    @NumberInputWidget(minValidation = Limits.FromMinus64.class, maxValidation = Limits.UpTo64.class)
    @Effect(predicate = FolderReaderChoices.LabelFromLevel.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    int m_labelLevel = 1;

    @Widget(title = "Regular expression", description = """
            A regular expression that is searched in the path; its group with the name "label" is the label. Example:
            (?&lt;label&gt;cat|dog)_[0-9]+
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = FolderReaderChoices.LabelFromExpression.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_labelExpression = "(?<label>[^/_]+)_[^/]*$";

    @Widget(title = "Group column of the list (empty = from the path)",
        description = "The column of the list with the groups.")
    @ValueReference(FolderReaderChoices.ListedGroupReference.class)
    @Effect(predicate = FolderReaderChoices.FromList.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_listGroupColumn = "";

    @Widget(title = "Group from", description = """
            Where the group of an image comes from, for example its animal, camera or video. The Image Partitioner
            keeps groups together.
            """)
    @ValueReference(FolderReaderChoices.GroupReference.class)
    @Effect(predicate = FolderReaderChoices.GroupFromPath.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    FolderReaderChoices.Source m_groupSource = FolderReaderChoices.Source.NONE;

    @Widget(title = "Path level of the group", description = "Counted like that of the label.")
    @NumberInputWidget(minValidation = Limits.FromMinus64.class, maxValidation = Limits.UpTo64.class)
    @Effect(predicate = FolderReaderChoices.GroupFromLevel.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    int m_groupLevel = 1;

    @Widget(title = "Regular expression of the group", description = """
            A regular expression like that of the label; its group with the name "group" is what counts. Example:
            (?&lt;group&gt;camera[0-9]+)/
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = FolderReaderChoices.GroupFromExpression.class, type = EffectType.SHOW)
    @Layout(LabelSection.class)
    String m_groupExpression = "(?<group>[^/_]+)_[^/]*$";

    @Widget(title = "Size", description = """
            Which size the images get; most networks need images of one size. The Image Resizer changes it later.
            """)
    @ValueReference(FolderReaderChoices.SizeReference.class)
    @ValueSwitchWidget
    @Layout(FormatSection.class)
    FolderReaderChoices.Size m_size = FolderReaderChoices.Size.FIXED;

    @Widget(title = "Width (pixels)", description = "The width of all images.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo16384.class)
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    int m_width = 64;

    @Widget(title = "Height (pixels)", description = "The height of all images.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo16384.class)
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    int m_height = 64;

    @Widget(title = "Fit", description = """
            How an image of other proportions is brought to that size: padding is also called letterbox, cropping center
            crop.
            """)
    @ValueSwitchWidget
    @Effect(predicate = FolderReaderChoices.FixedSize.class, type = EffectType.SHOW)
    @Layout(FormatSection.class)
    Fitting m_fit = Fitting.PAD;

    @Widget(title = "Colors", description = "Which channels the images get.")
    @ValueSwitchWidget
    @Layout(FormatSection.class)
    FolderReaderChoices.Channels m_colours = FolderReaderChoices.Channels.KEEP;

    @Widget(title = "Background", description = """
            The color behind transparent pixels and beside padded images, as #RRGGBB in hexadecimal digits.
            """)
    @TextInputWidget(placeholder = "#FFFFFF", patternValidation = BackgroundPattern.class)
    @Layout(FormatSection.class)
    String m_background = "#FFFFFF";

    @Widget(title = "Limit per class (0 = none)", description = "At most so many files of each label, drawn at random.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @ValueReference(LimitEffects.LimitReference.class)
    @Layout(LimitSection.class)
    int m_limitPerClass;

    @Persistor(NotStored.class)
    @ValueProvider(LimitEffects.IsLimited.class)
    @ValueReference(LimitEffects.LimitedReference.class)
    boolean m_limited;

    @Widget(title = "Largest image (megapixels)", description = """
            Images with more million pixels are rejected before they are decoded; PNG images with more than 67 million
            always are.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(LimitSection.class)
    int m_megapixels = 100;

    @Widget(title = "Seed", description = "Decides which files are drawn where the classes have a limit.")
    @Effect(predicate = LimitEffects.LimitedReference.class, type = EffectType.SHOW)
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    /** Whether a list names the files. */
    boolean hasList() {
        return m_list != null && !m_list.isBlank();
    }

    /** Whether the labels stand in the list. */
    boolean hasListedLabels() {
        return hasList() && m_listLabelColumn != null && !m_listLabelColumn.isEmpty();
    }

    /** Whether images have lists of labels. */
    boolean hasLabelLists() {
        return hasListedLabels() && m_listLabelSeparator != null && !m_listLabelSeparator.isEmpty();
    }

    /** What stands between labels; empty if an image has one. */
    String labelSeparator() {
        return !hasLabelLists() ? "" : m_listLabelSeparator.equals("\\t") ? "\t" : m_listLabelSeparator;
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
            FolderReaderChoices.labelling(m_labelSource, m_labelLevel, m_labelExpression, "label", ""),
            FolderReaderChoices.labelling(m_groupSource, m_groupLevel, m_groupExpression, "group", " of the group"),
            m_limitPerClass, m_seed);
    }

    /** What becomes of the images. */
    DecodeSettings toDecodeSettings() {
        if (m_threads < 0 || m_threads > MOST_THREADS) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", m_threads);
        }
        if (m_megapixels < 1) {
            throw new SettingsException("Largest image", "must be at least 1 megapixel", m_megapixels,
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
        if (hasLabelLists()) {
            checkLabelLists();
        }
    }

    private void checkLabelLists() throws InvalidSettingsException {
        if (labelSeparator().codePointCount(0, labelSeparator().length()) != 1) {
            throw new InvalidSettingsException("\"Separator of labels\" must be one character or \\t, but is \"%s\"."
                .formatted(m_listLabelSeparator));
        }
        if (m_limitPerClass > 0) {
            throw Message.fromSummaryWithResolution("\"Limit per class\" must be 0 where images have several labels,"
                + " but is %s.".formatted(Wording.value(m_limitPerClass)), "Enter 0.").toInvalidSettingsException();
        }
    }

    private static List<String> patterns(final String text) {
        return text == null ? List.of()
            : Arrays.stream(text.split(",")).map(String::strip).filter(pattern -> !pattern.isEmpty()).toList();
    }
}
