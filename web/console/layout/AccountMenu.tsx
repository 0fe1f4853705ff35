import AccountCircleIcon from '@mui/icons-material/AccountCircle';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import { useId, useState, type JSX } from 'react';
import { useLogout } from 'react-admin';
import { useNavigate } from 'react-router';
import { passwordPath } from '../api/authProvider.js';
import { knownAccount } from '../api/session.js';
import { useWords } from '../common/useWords.js';

/** Who is signed in, with the way to a new password and out. */
export function AccountMenu(): JSX.Element | null {
  const words = useWords();
  const logout = useLogout();
  const navigate = useNavigate();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const account = knownAccount();
  if (account === undefined) return null;

  const close = (): void => setAnchor(null);
  // The next person at this device starts at their own first page.
  const leave = (): void => void logout({}, undefined, false);
  return (
    <>
      <IconButton
        color="inherit"
        aria-label={words('account.menu', { name: account.name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleIcon />
      </IconButton>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box component="li" role="none" sx={{ px: 2, py: 1 }}>
          <Typography sx={{ fontWeight: 700 }}>{account.name}</Typography>
          <Typography variant="caption" color="textSecondary">
            {account.username} · {words(`roles.${account.role}`)}
          </Typography>
        </Box>
        <Divider component="li" role="separator" />
        <MenuItem
          onClick={() => {
            close();
            void navigate(passwordPath);
          }}
        >
          {words('account.changePassword')}
        </MenuItem>
        <MenuItem onClick={leave}>{words('account.logout')}</MenuItem>
      </Menu>
    </>
  );
}
