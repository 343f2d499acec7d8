// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell with few distinct values, so that its column lists them. */
public interface NominalValue extends DataValue {
}
