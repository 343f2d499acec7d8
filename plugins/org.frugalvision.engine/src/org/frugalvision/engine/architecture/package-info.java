// SPDX-License-Identifier: Apache-2.0
/** Rules that make networks, and their options. */
package org.frugalvision.engine.architecture;
