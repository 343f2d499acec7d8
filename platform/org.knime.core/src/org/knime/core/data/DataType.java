// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.util.CheckUtils;

/**
 * The type of a column: the class of its cells, or, where cells of several classes meet, the views they share.
 * Immutable.
 */
public final class DataType {

    private static final String CELL_CLASS = "cell_class";

    private static final String ELEMENT_TYPE = "collection_element_type";

    private static final String VALUE_CLASSES = "value_classes";

    private static final ClassValue<DataType> OF_CLASS = new ClassValue<>() {
        @Override
        protected DataType computeValue(final Class<?> cellClass) {
            return new DataType(cellClass.asSubclass(DataCell.class), null, views(cellClass));
        }
    };

    private static final DataCell MISSING = new MissingCell(null);

    /** Null if there is no single class. */
    private final Class<? extends DataCell> m_cellClass;

    /** Null if this is no collection. */
    private final DataType m_elementType;

    /** With all super interfaces; the preferred one is the first. */
    private final List<Class<? extends DataValue>> m_views;

    private DataType(final Class<? extends DataCell> cellClass, final DataType elementType,
        final Set<Class<? extends DataValue>> views) {
        m_cellClass = cellClass;
        m_elementType = elementType;
        m_views = List.copyOf(views);
    }

    /** The type of the cells of a class. */
    public static DataType getType(final Class<? extends DataCell> cellClass) {
        return OF_CLASS.get(CheckUtils.checkArgumentNotNull(cellClass, "Cell class must not be null."));
    }

    /** The type of the collection cells of a class with elements of a type; null for a class that is no collection. */
    public static DataType getType(final Class<? extends DataCell> cellClass, final DataType elementType) {
        final DataType type = getType(cellClass);
        final boolean isCollection = CollectionDataValue.class.isAssignableFrom(cellClass);
        CheckUtils.checkArgument(isCollection == (elementType != null),
            "Only a collection cell has, and needs, an element type, but %s got %s.", cellClass.getName(), elementType);
        return isCollection ? new DataType(cellClass, elementType, new LinkedHashSet<>(type.m_views)) : type;
    }

    static DataType of(final DataCell cell) {
        return cell instanceof CollectionDataValue
            ? getType(cell.getClass(), ((CollectionDataValue)cell).getElementType()) : OF_CLASS.get(cell.getClass());
    }

    /** The cell without content and without a reason. */
    public static DataCell getMissingCell() {
        return MISSING;
    }

    /**
     * The narrowest type that holds the cells of both. It is one of them if that one offers no more views than the
     * other; the missing type gives way to any other.
     */
    public static DataType getCommonSuperType(final DataType type1, final DataType type2) {
        if (type1.isASuperTypeOf(type2)) {
            return type1;
        }
        if (type2.isASuperTypeOf(type1)) {
            return type2;
        }
        if (type1.m_elementType != null && type1.m_cellClass != null && type1.m_cellClass == type2.m_cellClass) {
            return getType(type1.m_cellClass, getCommonSuperType(type1.m_elementType, type2.m_elementType));
        }
        final Set<Class<? extends DataValue>> shared = new LinkedHashSet<>(type1.m_views);
        shared.retainAll(type2.m_views);
        final boolean collections = shared.contains(CollectionDataValue.class);
        return new DataType(null,
            collections ? getCommonSuperType(type1.m_elementType, type2.m_elementType) : null, shared);
    }

    /** How the cells of a class are stored, if a plug-in or the class itself says so; else null. */
    public static <T extends DataCell> DataCellSerializer<T> getCellSerializer(final Class<T> cellClass) {
        final Optional<DataCellSerializer<DataCell>> serializer =
            DataTypeRegistry.getInstance().getSerializer(cellClass);
        @SuppressWarnings("unchecked") // the registry keys serializers by the class they are made for
        final DataCellSerializer<T> typed = (DataCellSerializer<T>)(DataCellSerializer<?>)serializer.orElse(null);
        return typed;
    }

    /** Whether every cell of the other type has all views of this one; a missing cell fits everywhere. */
    public boolean isASuperTypeOf(final DataType type) {
        if (type.isMissingValueType() || this == type) {
            return true;
        }
        final boolean elementsFit = m_elementType == null
            || type.m_elementType != null && m_elementType.isASuperTypeOf(type.m_elementType);
        return !isMissingValueType() && elementsFit && type.m_views.containsAll(m_views);
    }

    /** Whether cells of this type have the view; the missing type has every view. */
    public boolean isCompatible(final Class<? extends DataValue> valueClass) {
        return isMissingValueType() || m_views.contains(valueClass);
    }

    /** Whether this is the type of missing cells. */
    public boolean isMissingValueType() {
        return m_cellClass == MissingCell.class;
    }

    /** Whether cells hold further cells. */
    public boolean isCollectionType() {
        return m_elementType != null;
    }

    /** The type of the elements, or null if this is no collection. */
    public DataType getCollectionElementType() {
        return m_elementType;
    }

    /** The view that says most about the cells: the first that the cell class declares. */
    public Class<? extends DataValue> getPreferredValueClass() {
        return m_views.get(0);
    }

    /** All views, the preferred one first. */
    public List<Class<? extends DataValue>> getValueClasses() {
        return m_views;
    }

    /** The class of the cells, or null if they share views only. */
    public Class<? extends DataCell> getCellClass() {
        return m_cellClass;
    }

    /** Stores the type. */
    public void save(final ConfigWO config) {
        config.addString(CELL_CLASS, m_cellClass == null ? null : m_cellClass.getName());
        if (m_cellClass == null) {
            config.addStringArray(VALUE_CLASSES, m_views.stream().map(Class::getName).toArray(String[]::new));
        }
        if (m_elementType != null) {
            m_elementType.save(config.addConfig(ELEMENT_TYPE));
        }
    }

    /**
     * Reads a type.
     *
     * @throws InvalidSettingsException if a key or a class is missing
     */
    public static DataType load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString(CELL_CLASS);
        final DataType element = config.containsKey(ELEMENT_TYPE) ? load(config.getConfig(ELEMENT_TYPE)) : null;
        final DataTypeRegistry registry = DataTypeRegistry.getInstance();
        if (name != null) {
            final Class<? extends DataCell> cellClass = registry.getCellClass(name).orElseThrow(
                () -> new InvalidSettingsException("Data cell class \"" + name + "\" is not available."));
            return getType(cellClass, element);
        }
        final Set<Class<? extends DataValue>> views = new LinkedHashSet<>();
        for (final String view : config.getStringArray(VALUE_CLASSES)) {
            views.add(registry.getValueClass(view).orElseThrow(
                () -> new InvalidSettingsException("Data value class \"" + view + "\" is not available.")));
        }
        CheckUtils.checkSetting(!views.isEmpty(), "A data type needs a cell class or value classes.");
        return new DataType(null, element, views);
    }

    @Override
    public boolean equals(final Object object) {
        if (!(object instanceof DataType)) {
            return false;
        }
        final DataType type = (DataType)object;
        return m_cellClass == type.m_cellClass && Objects.equals(m_elementType, type.m_elementType)
            && (m_cellClass != null || Set.copyOf(m_views).equals(Set.copyOf(type.m_views)));
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_cellClass, m_elementType, m_cellClass == null ? Set.copyOf(m_views) : null);
    }

    @Override
    public String toString() {
        final String name = m_cellClass != null ? m_cellClass.getSimpleName()
            : m_views.stream().map(Class::getSimpleName).collect(Collectors.joining(",", "Non-Native [", "]"));
        return m_elementType == null ? name : name + " (of " + m_elementType + ")";
    }

    /** Interfaces in the order in which the class declares them, each followed by its own; DataValue comes last. */
    private static Set<Class<? extends DataValue>> views(final Class<?> cellClass) {
        final Set<Class<? extends DataValue>> views = new LinkedHashSet<>();
        for (Class<?> c = cellClass; c != null; c = c.getSuperclass()) {
            Arrays.stream(c.getInterfaces()).forEach(view -> addView(views, view));
        }
        views.remove(DataValue.class);
        views.add(DataValue.class);
        return views;
    }

    private static void addView(final Set<Class<? extends DataValue>> views, final Class<?> view) {
        if (DataValue.class.isAssignableFrom(view)) {
            views.add(view.asSubclass(DataValue.class));
        }
        Arrays.stream(view.getInterfaces()).forEach(parent -> addView(views, parent));
    }
}
