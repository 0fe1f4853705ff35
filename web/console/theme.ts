import { createTheme } from '@mui/material/styles';

const systemFonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Be Vietnam Pro', 'Helvetica Neue', Arial, sans-serif";

/** Calm greens and blues; text of 16 px; every pair of colours used for text has a contrast of at least 4.5:1. */
export const theme = createTheme({
  palette: {
    primary: { main: '#0b5e4f', dark: '#074237', light: '#d8efe8', contrastText: '#ffffff' },
    secondary: { main: '#1b5fa7', dark: '#123f70', light: '#dcebfa', contrastText: '#ffffff' },
    success: { main: '#1f6b2e', light: '#dff3e1' },
    warning: { main: '#8a4b00', light: '#fff1dc', contrastText: '#ffffff' },
    error: { main: '#b3261e', light: '#fdeceb' },
    info: { main: '#1b5fa7', light: '#dcebfa' },
    text: { primary: '#17221f', secondary: '#4a5a55' },
    background: { default: '#f3f6f5', paper: '#ffffff' },
    divider: '#d5dedb',
  },
  shape: { borderRadius: 10 },
  typography: {
    fontFamily: systemFonts,
    h1: { fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.3 },
    h2: { fontSize: '1.125rem', fontWeight: 700, lineHeight: 1.4 },
    h3: { fontSize: '1rem', fontWeight: 700, lineHeight: 1.4 },
    body1: { fontSize: '1rem', lineHeight: 1.55 },
    body2: { fontSize: '1rem', lineHeight: 1.5 },
    caption: { fontSize: '0.875rem', lineHeight: 1.45 },
    button: { fontSize: '1rem', fontWeight: 600, textTransform: 'none' },
  },
  components: {
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        // A button that waits often says what for, so even then its words can be read.
        root: {
          minHeight: 44,
          '&.MuiButton-contained.Mui-disabled': { color: '#4a5a55', backgroundColor: '#dfe7e4' },
        },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: { root: { backgroundColor: '#ffffff' }, notchedOutline: { borderColor: '#81918c' } },
    },
    MuiIconButton: { styleOverrides: { root: { minWidth: 44, minHeight: 44 } } },
    MuiToggleButton: { styleOverrides: { root: { textTransform: 'none', minHeight: 44 } } },
    MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 48, fontSize: '1rem' } } },
    MuiTextField: { defaultProps: { variant: 'outlined', fullWidth: true, size: 'medium', margin: 'none' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', fullWidth: true, margin: 'none' } },
    MuiFormHelperText: { styleOverrides: { root: { fontSize: '0.875rem', marginLeft: 2 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { outlined: { borderColor: '#d5dedb' } } },
    MuiTableCell: {
      styleOverrides: {
        root: { fontSize: '1rem', padding: '10px 14px' },
        head: { fontWeight: 700, color: '#4a5a55', whiteSpace: 'nowrap' },
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: {
          fontSize: '1rem',
          alignItems: 'flex-start',
          color: '#17221f',
          '&.MuiAlert-colorError': { backgroundColor: '#fdeceb' },
          '&.MuiAlert-colorWarning': { backgroundColor: '#fff1dc' },
          '&.MuiAlert-colorInfo': { backgroundColor: '#e3effb' },
          '&.MuiAlert-colorSuccess': { backgroundColor: '#dff3e1' },
        },
        action: { whiteSpace: 'nowrap' },
      },
    },
    MuiCssBaseline: { styleOverrides: { a: { color: '#0b5e4f' } } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.875rem' } } },
  },
});
